/** The first script of every page: theme and keys, then practice, then the interactive parts as they come near. */
import { startIslands } from "./islands";
import { startKeys } from "./practice/keys";
import { sendKept } from "./practice/net";
import { startPreview } from "./practice/preview";
import { startPlacement } from "./practice/placement";
import { startSheets } from "./practice/sheet";
import { startReveals } from "./practice/reveal";
import { startThread } from "./practice/thread";
import { startTheme } from "./practice/theme";

document.documentElement.classList.add("scripted");
document.cookie = `agnesi_zone=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone ?? "")}; path=/; SameSite=Strict; max-age=31536000`;

startTheme();
startKeys();
startSheets();
startReveals();
startPlacement();
startThread();
startIslands();
startPreview();
void sendKept();
