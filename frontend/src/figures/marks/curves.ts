/** Graphs of functions, curves in the plane or in space, and the areas under and between them. */
import { path, type Board, type Point } from "../board";
import { label } from "../labels";
import type { Role } from "../roles";
import { linspace } from "../vectors";

export type Reading = number | (() => number);

export interface CurveOptions {
  role?: Role;
  label?: string;
  /** Where the label stands: the x (or t) of a place on the curve. */
  labelAt?: number;
  domain?: readonly [Reading, Reading];
  width?: number;
  dash?: string;
}

const read = (value: Reading): number => (typeof value === "function" ? value() : value);

/** The graph of `f`; broken where `f` is undefined or leaps. */
export function curve(on: Board, f: (x: number) => number, options: CurveOptions = {}): void {
  const { role = "output", domain = on.x } = options;
  path(on, () => sampled(on, f, read(domain[0]), read(domain[1])), { ...options, role });
  if (options.label) {
    const at = options.labelAt ?? on.x[1] - 0.1 * (on.x[1] - on.x[0]);
    label(on, () => [at, f(at)], options.label, { role, offset: [0, -17] });
  }
}

/** Places along a graph, densest where it bends; `null` at gaps, poles and leaps. */
export function sampled(on: Board, f: (x: number) => number, low: number, high: number): (Point | null)[] {
  const tall = on.y[1] - on.y[0];
  const points: (Point | null)[] = [];
  let last: Point | null = null;
  for (const x of linspace(low, high, 321)) {
    const y = f(x);
    const here: Point | null = Number.isFinite(y) ? [x, y] : null;
    if (here && last && Math.abs(y - last[1]!) > 0.25 * tall) refine(f, last as [number, number], here as [number, number], tall, points, 0);
    points.push(here);
    last = here;
  }
  return points;
}

/** Halve a steep step until it is a slope or shown to be a leap. */
function refine(f: (x: number) => number, a: [number, number], b: [number, number], tall: number, into: (Point | null)[], depth: number): void {
  const x = (a[0] + b[0]) / 2;
  const y = f(x);
  if (!Number.isFinite(y)) return void into.push(null);
  if (depth >= 12) return void (Math.abs(b[1] - a[1]) > 0.2 * tall && into.push(null));
  const middle: [number, number] = [x, y];
  if (Math.abs(y - a[1]) > 0.25 * tall) refine(f, a, middle, tall, into, depth + 1);
  into.push(middle);
  if (Math.abs(b[1] - y) > 0.25 * tall) refine(f, middle, b, tall, into, depth + 1);
}

/** The curve t -> point, in the plane or in space. */
export function parametric(on: Board, at: (t: number) => Point, options: CurveOptions & { steps?: number } = {}): void {
  const { role = "output", domain = [0, 2 * Math.PI], steps = 240 } = options;
  path(on, () => linspace(read(domain[0]), read(domain[1]), steps + 1).map(at), { ...options, role });
  if (options.label) label(on, () => at(options.labelAt ?? read(domain[1])), options.label, { role, offset: [12, -14] });
}

export interface AreaOptions {
  from?: Reading;
  to?: Reading;
  /** The lower edge; the x axis where not given. */
  above?: (x: number) => number;
  role?: Role;
  label?: string;
}

/** The area between the graph of `f` and the x axis (or the graph of `above`), from `from` to `to`. */
export function area(on: Board, f: (x: number) => number, options: AreaOptions = {}): void {
  const { from = on.x[0], to = on.x[1], above = () => 0, role = "probability" } = options;
  const outline = (): Point[] => {
    const xs = linspace(read(from), read(to), 161);
    const edge = (g: (x: number) => number) => (x: number): Point => [x, Number.isFinite(g(x)) ? g(x) : 0];
    return [...xs.map(edge(f)), ...xs.reverse().map(edge(above))];
  };
  path(on, () => [...outline(), outline()[0]!], { role, fill: true, width: 1, kind: "area" });
  if (options.label) {
    const middle = (): number => (read(from) + read(to)) / 2;
    label(on, () => [middle(), (f(middle()) + above(middle())) / 2], options.label, { role, plain: true, size: 13 });
  }
}
