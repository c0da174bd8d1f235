/** The first script of every page: it starts the interactive parts as they come near. */
import { startIslands } from "./islands";

startIslands();
