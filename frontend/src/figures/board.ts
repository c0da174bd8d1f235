/** A board: a piece of the plane drawn by JSXGraph, whose paths, handles and labels follow the stage. */
import { element, freshId } from "../dom";
import { JSXGraph, type Drawing, type Drawn } from "./jsxgraph";
import { colour, strokes, wash, type Role } from "./roles";
import type { Stage } from "./stage";
import { clamp } from "./vectors";

export type Point = readonly number[];
export type Place = Point | (() => Point);

export interface Board {
  readonly stage: Stage;
  readonly drawing: Drawing;
  readonly frame: HTMLElement;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly step: number;
  /** Where a point of the figure lies on the flat board: itself in the plane, its picture in space. */
  at(point: Point): [number, number];
  toPixel(point: Point): [number, number];
  fromPixel(pixel: Point): [number, number];
  /** A group on top of everything drawn, for handles. */
  readonly handles: SVGGElement;
}

export interface BoardOptions {
  x: readonly [number, number];
  y: readonly [number, number];
  equal?: boolean;
  ratio?: number;
  width?: number;
}

const RIM = 0.03;
const SVG = "http://www.w3.org/2000/svg";

/** An empty board of `stage`, as wide as there is room, with the same unit on both axes where the ranges allow it. */
export function board(stage: Stage, options: BoardOptions, at: (point: Point) => [number, number]): Board {
  const { x, y } = options;
  const natural = (x[1] - x[0]) / (y[1] - y[0]);
  const equal = options.equal ?? (natural > 0.4 && natural < 2.6);
  const ratio = equal ? natural : (options.ratio ?? 1.7);
  const frame = element("div", { class: "figure-board", id: freshId("board") });
  const widest = options.width ?? Math.min(680, 470 * ratio);
  frame.style.cssText = `aspect-ratio: ${ratio}; max-width: ${Math.round(widest)}px`;
  stage.boards.append(frame);
  const drawing = JSXGraph.initBoard(frame.id, {
    boundingbox: padded(x, y),
    keepAspectRatio: false,
    axis: false,
    grid: false,
    showCopyright: false,
    showNavigation: false,
    showInfobox: false,
    registerEvents: false,
    renderer: "svg",
    title: "",
    description: "",
    resize: { enabled: false },
    keyboard: { enabled: false },
  });
  tidy(frame);
  const handles = document.createElementNS(SVG, "g");
  drawing.renderer.svgRoot.append(handles);
  const toPixel = (point: Point): [number, number] => {
    const [, left = 0, top = 0] = drawing.origin.scrCoords;
    const [px, py] = at(point);
    return [left + px * drawing.unitX, top - py * drawing.unitY];
  };
  const fromPixel = ([px = 0, py = 0]: Point): [number, number] => {
    const [, left = 0, top = 0] = drawing.origin.scrCoords;
    return [(px - left) / drawing.unitX, (top - py) / drawing.unitY];
  };
  const made: Board = { stage, drawing, frame, x, y, step: niceStep(x[1] - x[0]), at, toPixel, fromPixel, handles };
  stage.follow(() => drawing.update());
  watchSize(made);
  return made;
}

/** The board is a picture with handles: JSXGraph's own roles and focus stop are taken off. */
function tidy(frame: HTMLElement): void {
  for (const name of ["tabindex", "role", "aria-label", "aria-labelledby", "aria-describedby"]) frame.removeAttribute(name);
  const svg = frame.querySelector("svg")!;
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", "Picture");
}

function watchSize({ stage, drawing, frame, x, y }: Board): void {
  let width = 0;
  const observer = new ResizeObserver(() => {
    const box = frame.getBoundingClientRect();
    if (box.width === 0 || Math.abs(box.width - width) < 0.5) return;
    width = box.width;
    drawing.resizeContainer(box.width, box.height, true);
    drawing.setBoundingBox(padded(x, y), false);
    stage.changed();
  });
  observer.observe(frame);
  stage.atEnd(() => {
    observer.disconnect();
    JSXGraph.freeBoard(drawing);
  });
}

/** The box JSXGraph shows: the ranges and a rim, so that a handle at the edge can still be seen and taken. */
function padded(x: readonly [number, number], y: readonly [number, number]): number[] {
  const [across, up] = [RIM * (x[1] - x[0]), RIM * (y[1] - y[0])];
  return [x[0] - across, y[1] + up, x[1] + across, y[0] - up];
}

/** A pleasant distance between grid lines: about eight over the range. */
export function niceStep(span: number, parts = 8): number {
  const raw = span / parts;
  const size = 10 ** Math.floor(Math.log10(raw));
  return ([1, 2, 5, 10].find((factor) => factor * size >= raw * 0.99) ?? 10) * size;
}

/** What lies under what, whatever the order in which an author draws it. */
const layers: Record<string, number> = { grid: 0, axis: 1, weave: 2, warp: 2, area: 3, contour: 3, field: 4, line: 5, shaft: 7, head: 7, dots: 8, spot: 8, hole: 8 };

export interface PathOptions {
  role?: Role | undefined;
  fill?: boolean | number | undefined;
  width?: number | undefined;
  dash?: string | undefined;
  opacity?: number | undefined;
  kind?: string | undefined;
}

/** A path that is recomputed at every change: points in figure coordinates, `null` lifts the pen. */
export function path(on: Board, points: () => readonly (Point | null)[], options: PathOptions = {}): Drawn {
  const role = options.role ?? "ink";
  const stroke = strokes[role];
  const filled = options.fill === true ? wash : options.fill || 0;
  const drawn = on.drawing.create("curve", [[], []], {
    strokeColor: colour(role),
    strokeWidth: options.width ?? stroke.width,
    strokeOpacity: options.opacity ?? 1,
    fillColor: filled ? colour(role) : "none",
    fillOpacity: filled,
    layer: layers[options.kind ?? "line"] ?? 5,
    highlight: false,
    fixed: true,
    lineCap: "round",
    handDrawing: false,
  });
  drawn.updateDataArray = function updateDataArray(this: Drawn) {
    const flat = points().map((point) => (point === null ? null : on.at(point)));
    this.dataX = flat.map((point) => (point ? limited(point[0], on.x) : Number.NaN));
    this.dataY = flat.map((point) => (point ? limited(point[1], on.y) : Number.NaN));
  };
  const dash = options.dash ?? stroke.dash;
  drawn.rendNode.style.strokeDasharray = dash || "none";
  drawn.rendNode.classList.add("figure-path", `figure-${options.kind ?? "line"}`);
  return drawn;
}

/** Far outside the board one place looks like another; the browser's path arithmetic is spared numbers like 1e300. */
function limited(value: number, [low, high]: readonly [number, number]): number {
  const span = high - low;
  return Number.isNaN(value) ? value : clamp(value, low - 40 * span, high + 40 * span);
}

/** A place given as a list or as a function, read now. */
export const now = (place: Place): Point => (typeof place === "function" ? place() : place);
