/** Reads a graph in DOT from standard input, writes Graphviz's layered layout of it as JSON: `{id: [x, y]}`. Used by atlas.py only. */
import { readFileSync } from "node:fs";
import { Graphviz } from "@hpcc-js/wasm-graphviz";

const graphviz = await Graphviz.load();
const drawn = JSON.parse(graphviz.layout(readFileSync(0, "utf8"), "json0", "dot"));
const places = drawn.objects.filter(({ pos }) => pos).map(({ name, pos }) => [name, pos.split(",").map(Number)]);
process.stdout.write(JSON.stringify(Object.fromEntries(places)));
