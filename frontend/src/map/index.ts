/** The roadmap: countries, towns and streets on one map that can be moved, searched, and lit up along the path to a goal. */
import cytoscape, { type Core } from "cytoscape";
import { element, pageNonce } from "../dom";
import { Roads, stateWords, type Atlas, type Goal, type State } from "./data";
import { Ground } from "./ground";
import { Names } from "./names";
import { mark, panel } from "./panel";
import { searchBox } from "./search";
import { palette, styles } from "./style";

interface Props {
  /** Where the map's data are. */
  data: string;
  /** The goal whose path is lit at the start, and the concept that is chosen; ids, or empty. */
  goal?: string;
  at?: string;
}

export async function mount(root: HTMLElement, props: Props): Promise<void> {
  const answer = await fetch(props.data, { headers: { Accept: "application/json" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`the map could not be fetched: ${answer.status}`);
  const atlas = complete((await answer.json()) as Partial<Atlas>);
  for (const concept of atlas.concepts) concept.title = concept.title.replaceAll("R^n", "ℝⁿ");
  const roads = new Roads(atlas);
  const frame = element("div", { class: "map-frame" });
  const canvas = element("div", { class: "map-canvas", role: "img", "aria-label": "Map of all concepts. The same is below as a list." });
  const aside = element("aside", { class: "map-panel", "aria-label": "The chosen concept", hidden: true });
  const plain = [...root.children].filter((child) => child.localName !== "noscript");
  if (plain.length) root.after(element("div", { class: "map-plain" }, ...plain));
  frame.append(canvas);
  const bar = element("div", { class: "map-bar" });
  root.classList.add("map");
  root.replaceChildren(frame, bar, key(), aside);

  const map = draw(canvas, atlas);
  const ground = new Ground(frame, map, atlas);
  const names = new Names(map, atlas);
  let goal: Goal | null = null;
  let path = new Set<string>();
  const repaint = (): void => {
    const colours = palette();
    map.style(styles(colours));
    ground.paint(colours);
  };
  followTheme(repaint);
  repaint();

  const choose = (id: string, move = true): void => {
    const concept = roads.byId.get(id);
    if (!concept) return;
    mapChosen(map, id);
    aside.replaceChildren(panel(concept, roads, goal, path, { choose, close }));
    aside.hidden = false;
    if (move) glide(map, id, covered(frame, aside));
    aside.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  };
  const close = (): void => {
    aside.hidden = true;
    map.elements().removeClass("chosen near before after");
  };
  const light = (id: string): void => {
    goal = atlas.goals.find((each) => each.id === id) ?? null;
    path = goal ? roads.path(goal.concepts) : new Set();
    lightPath(map, goal, path);
    names.update(goal ? path : null);
    if (goal) fitTo(map, path);
    else fitTo(map, null);
  };
  map.on("tap", "node", (event) => choose((event.target as { id(): string }).id(), false));
  map.on("tap", (event) => void (event.target === map && close()));
  map.on("mouseover", "node", (event) => hover(canvas, map, event.target as cytoscape.NodeSingular));
  map.on("mouseout", "node", () => unhover(canvas));
  let waiting = 0;
  map.on("zoom", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => names.update(goal ? path : null), 90);
  });
  aside.addEventListener("keydown", (event) => void (event.key === "Escape" && close()));
  bar.append(searchBox(atlas.concepts, choose), goalChooser(atlas.goals, props.goal ?? "", light), zoomButtons(map));
  fitTo(map, null, false);
  names.update(null);
  if (props.goal) light(props.goal);
  if (props.at) choose(props.at);
}

/** A course without a drawn land has places all the same. */
function complete(found: Partial<Atlas>): Atlas {
  const concepts = (found.concepts ?? []).map((concept) => ({ ...concept, rank: concept.rank ?? 3 }));
  const size = found.size ?? [Math.max(...concepts.map(({ x }) => x), 1), Math.max(...concepts.map(({ y }) => y), 1)];
  return { size, countries: found.countries ?? [], concepts, goals: found.goals ?? [] };
}

function draw(canvas: HTMLElement, atlas: Atlas): Core {
  keepStyleElement();
  const size = { 1: 17, 2: 12, 3: 10 } as Record<number, number>;
  const letters = { 1: 15, 2: 10.5, 3: 9 } as Record<number, number>;
  const area = new Map(atlas.concepts.map((concept) => [concept.id, concept.area]));
  return cytoscape({
    container: canvas,
    elements: [
      ...atlas.concepts.map(({ id, title, area: country, state, rank, x, y }) => ({
        group: "nodes" as const,
        data: { id, title, area: country, state, rank, size: size[rank] ?? 10, letters: letters[rank] ?? 9, room: rank === 1 ? 120 : 74 },
        position: { x, y },
      })),
      ...atlas.concepts.flatMap(({ id, area: country, prerequisites }) =>
        prerequisites.filter((before) => area.has(before)).map((before) => ({
          group: "edges" as const,
          data: { id: `${before}>${id}`, source: before, target: id, area: country },
          classes: area.get(before) === country ? "" : "abroad",
        })),
      ),
    ],
    layout: { name: "preset" },
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
    minZoom: 0.16,
    maxZoom: 4,
    pixelRatio: Math.min(window.devicePixelRatio || 1, 2),
    textureOnViewport: false,
    hideEdgesOnViewport: false,
  });
}

/** Cytoscape would add a style element of its own, which the page's policy forbids; its one rule stands in map.css. */
function keepStyleElement(): void {
  const id = "__________cytoscape_stylesheet";
  if (!document.getElementById(id)) document.head.append(element("style", { id, nonce: pageNonce() }));
}

function lightPath(map: Core, goal: Goal | null, path: Set<string>): void {
  map.batch(() => {
    map.elements().removeClass("dim lit goal");
    if (!goal) return;
    map.nodes().forEach((node) => {
      if (!path.has(node.id())) node.addClass("dim");
      else if (goal.concepts.includes(node.id())) node.addClass("goal");
    });
    map.edges().forEach((edge) => void edge.addClass(path.has(edge.source().id()) && path.has(edge.target().id()) ? "lit" : "dim"));
  });
}

function mapChosen(map: Core, id: string): void {
  map.batch(() => {
    map.elements().removeClass("chosen near before after");
    const node = map.getElementById(id);
    node.addClass("chosen");
    node.incomers("edge").addClass("before");
    node.outgoers("edge").addClass("after");
    node.neighborhood("node").addClass("near");
  });
}

const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** How much of the map the panel hides: a strip at its side, or on a narrow screen at its foot. */
function covered(frame: HTMLElement, aside: HTMLElement): { right: number; below: number } {
  const [map, panelBox] = [frame.getBoundingClientRect(), aside.getBoundingClientRect()];
  return panelBox.width < 0.7 * map.width ? { right: panelBox.width, below: 0 } : { right: 0, below: Math.max(map.bottom - panelBox.top, 0) };
}

/** Bring a place to the middle of what the panel leaves free. */
function glide(map: Core, id: string, covered: { right: number; below: number }): void {
  const zoom = Math.max(map.zoom(), 1.55);
  const { x, y } = map.getElementById(id).position();
  const pan = { x: (map.width() - covered.right) / 2 - x * zoom, y: (map.height() - covered.below) / 2 - y * zoom };
  if (still()) map.viewport({ zoom, pan });
  else map.animate({ zoom, pan }, { duration: 240, easing: "ease-out" });
}

/** Show a path, or everything, in the part of the frame that the bar above and the key below leave free. */
function fitTo(map: Core, path: Set<string> | null, moving = true): void {
  const box = (path ? map.nodes().filter((node) => path.has(node.id())) : map.nodes()).boundingBox({ includeLabels: false, includeOverlays: false });
  const [side, above, below] = map.width() < 640 ? [16, 118, 84] : [40, 74, 56];
  const [free, tall] = [Math.max(map.width() - 2 * side, 50), Math.max(map.height() - above - below, 50)];
  const margin = path ? 60 : 90;
  const zoom = Math.min(free / (box.w + margin), tall / (box.h + margin), 1.6);
  const pan = { x: side + free / 2 - ((box.x1 + box.x2) / 2) * zoom, y: above + tall / 2 - ((box.y1 + box.y2) / 2) * zoom };
  if (moving && !still()) map.animate({ zoom, pan }, { duration: 240, easing: "ease-out" });
  else map.viewport({ zoom, pan });
}

function hover(canvas: HTMLElement, map: Core, node: cytoscape.NodeSingular): void {
  canvas.style.cursor = "pointer";
  if (!node.hasClass("named")) map.batch(() => node.addClass("near"));
  canvas.dataset["hovered"] = node.id();
  node.once("mouseout", () => void (!node.hasClass("chosen") && map.nodes(".chosen").length === 0 && node.removeClass("near")));
}

function unhover(canvas: HTMLElement): void {
  canvas.style.cursor = "";
  delete canvas.dataset["hovered"];
}

function goalChooser(goals: readonly Goal[], chosen: string, light: (id: string) => void): HTMLElement {
  const options = goals.map((goal) => element("option", { value: goal.id, selected: goal.id === chosen }, goal.title));
  const select = element("select", { class: "map-goal", "aria-label": "Light the path to a goal", onchange: () => light(select.value) },
    element("option", { value: "" }, "The whole map"), ...options);
  return select;
}

function zoomButtons(map: Core): HTMLElement {
  const step = (factor: number) => () => {
    const level = map.zoom() * factor;
    const renderedPosition = { x: map.width() / 2, y: map.height() / 2 };
    if (still()) map.zoom({ level, renderedPosition });
    else map.animate({ zoom: { level, renderedPosition } }, { duration: 180, easing: "ease-out" });
  };
  const button = (words: string, says: string, onclick: () => void): HTMLElement => element("button", { type: "button", class: "map-button", "aria-label": says, title: says, onclick }, words);
  return element("div", { class: "map-zoom", role: "group", "aria-label": "Zoom" }, button("−", "Zoom out", step(1 / 1.5)), button("+", "Zoom in", step(1.5)), button("⤢", "Show the whole map", () => fitTo(map, null)));
}

function key(): HTMLElement {
  const states = Object.keys(stateWords) as State[];
  return element("ul", { class: "map-key", "aria-label": "Signs on the map" }, ...states.map((state) => element("li", {}, mark(state), stateWords[state].split(":")[0])));
}

/** Call `repaint` when the theme of the page or of the machine changes. */
function followTheme(repaint: () => void): void {
  new MutationObserver(repaint).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class", "style"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
}
