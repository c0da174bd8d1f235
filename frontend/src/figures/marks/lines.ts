/** Segments, lines, polygons, circles, dots and texts: what is drawn from points that others hold. */
import { now, path, type Board, type Place, type Point } from "../board";
import { label, type LabelOptions } from "../labels";
import type { Role } from "../roles";
import { add, range, scale, sub } from "../vectors";

export interface LineOptions {
  role?: Role;
  label?: string | (() => string);
  width?: number;
  dash?: string;
}

/** The straight piece from `a` to `b`; its label stands beside the middle. */
export function segment(on: Board, a: Place, b: Place, options: LineOptions = {}): void {
  const { role = "guide" } = options;
  path(on, () => [now(a), now(b)], { ...options, role, width: options.width ?? (role === "guide" ? 2 : undefined) });
  if (options.label) label(on, () => (short(on, a, b) ? [Number.NaN, Number.NaN] : scale(0.5, add(now(a), now(b)))), options.label, { role, offset: () => sideways(on, a, b) });
}

/** Too short to be named. */
function short(on: Board, a: Place, b: Place): boolean {
  const [x0, y0] = on.toPixel(now(a));
  const [x1, y1] = on.toPixel(now(b));
  return Math.hypot(x1 - x0, y1 - y0) < 14;
}

/** Pixels from the middle of a segment to beside it, on the lower side. */
function sideways(on: Board, a: Place, b: Place): readonly [number, number] {
  const [x0, y0] = on.toPixel(now(a));
  const [x1, y1] = on.toPixel(now(b));
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [right, down] = [-(y1 - y0) / length, (x1 - x0) / length];
  const side = down < 0 ? -1 : 1;
  return [right * side * (18 + 22 * Math.abs(right)), down * side * 18];
}

/** The endless line through `a` and `b`; nothing where they are one point. */
export function line(on: Board, a: Place, b: Place, options: LineOptions = {}): void {
  const reach = 3 * Math.hypot(on.x[1] - on.x[0], on.y[1] - on.y[0]);
  const ends = (): (Point | null)[] => {
    const way = sub(now(b), now(a));
    const length = Math.hypot(...way);
    return length < 1e-12 ? [] : [sub(now(a), scale(reach / length, way)), add(now(a), scale(reach / length, way))];
  };
  path(on, ends, { ...options, role: options.role ?? "guide" });
  if (options.label) label(on, () => now(b), options.label, { role: options.role ?? "guide", offset: [14, -14] });
}

/** A closed shape, filled lightly. */
export function polygon(on: Board, corners: readonly Place[] | (() => readonly Point[]), options: LineOptions & { fill?: number | boolean } = {}): void {
  const points = (): readonly Point[] => (typeof corners === "function" ? corners() : corners.map(now));
  path(on, () => [...points(), points()[0] ?? null], { ...options, role: options.role ?? "probability", fill: options.fill ?? true, kind: "area" });
}

/** A circle by its centre and radius. */
export function circle(on: Board, centre: Place, radius: number | (() => number), options: LineOptions & { fill?: number | boolean } = {}): void {
  const size = (): number => (typeof radius === "function" ? radius() : radius);
  const points = (): Point[] => range(121).map((i) => add(now(centre), scale(size(), [Math.cos((i * Math.PI) / 60), Math.sin((i * Math.PI) / 60)])));
  path(on, points, { ...options, role: options.role ?? "guide" });
}

/** A cloud of data: discs, or hollow rings with `hollow` (a second class needs another shape, not only another colour). */
export function dots(on: Board, points: readonly Point[] | (() => readonly Point[]), options: { role?: Role; size?: number; hollow?: boolean } = {}): void {
  const { role = "input", size = 7, hollow = false } = options;
  const all = (): (Point | null)[] => (typeof points === "function" ? points() : points).flatMap((p) => [p, p, null]);
  path(on, all, { role, width: size, dash: "none", opacity: 0.75, kind: "dots" });
  if (hollow) path(on, all, { role, width: size - 3.5, dash: "none", kind: "hole" });
}

/** Words on the board, upright; `$`-less: short labels, not formulas. */
export function text(on: Board, place: Place, words: string | (() => string), options: LabelOptions = {}): void {
  label(on, place, words, { plain: true, size: 13, ...options });
}
