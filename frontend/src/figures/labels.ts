/** Texts on a board: SVG text with a halo of the paper's colour, so that a line under a letter does not hurt it. */
import { now, type Board, type Place } from "./board";
import { colour, type Role } from "./roles";
import { labelled } from "./words";

const SVG = "http://www.w3.org/2000/svg";

export interface LabelOptions {
  role?: Role | undefined;
  /** Pixels to the right and down, after the place. */
  offset?: readonly [number, number] | (() => readonly [number, number]) | undefined;
  anchor?: "start" | "middle" | "end" | undefined;
  size?: number | undefined;
  /** Upright letters of the interface instead of the italics of mathematics. */
  plain?: boolean | undefined;
}

/** Write `words` at `place`; both may be functions and then follow every change. */
export function label(on: Board, place: Place, words: string | (() => string), options: LabelOptions = {}): SVGTextElement {
  const node = document.createElementNS(SVG, "text");
  node.setAttribute("class", options.plain ? "figure-label figure-plain" : "figure-label");
  node.setAttribute("text-anchor", options.anchor ?? "middle");
  node.setAttribute("dominant-baseline", "central");
  node.style.fill = colour(options.role ?? "ink");
  if (options.size) node.style.fontSize = `${options.size}px`;
  node.setAttribute("aria-hidden", "true");
  on.handles.before(node);
  const follow = (): void => {
    const [x, y] = on.toPixel(now(place));
    const [right, down] = typeof options.offset === "function" ? options.offset() : (options.offset ?? [0, 0]);
    const visible = Number.isFinite(x) && Number.isFinite(y);
    node.setAttribute("visibility", visible ? "visible" : "hidden");
    if (!visible) return;
    node.setAttribute("x", (x + right).toFixed(1));
    node.setAttribute("y", (y + down).toFixed(1));
    const text = labelled(typeof words === "function" ? words() : words);
    if (node.textContent !== text) node.textContent = text;
  };
  on.stage.follow(follow);
  return node;
}

/** The pixel offset that puts a label beyond the tip of an arrow from `from` to `to`. */
export function beyond(on: Board, from: Place, to: Place, gap = 22): () => readonly [number, number] {
  return () => {
    const [x0, y0] = on.toPixel(now(from));
    const [x1, y1] = on.toPixel(now(to));
    const length = Math.hypot(x1 - x0, y1 - y0);
    return length < 1 ? [gap, -gap] : [((x1 - x0) / length) * gap, ((y1 - y0) / length) * gap];
  };
}
