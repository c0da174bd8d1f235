/** The path of gradient descent: step after step against the slope, on a graph or on a map of contours. */
import { path, type Board, type Point } from "../board";
import type { Role } from "../roles";
import { scale, sub } from "../vectors";
import { spot } from "./point";

export interface DescentOptions {
  start: () => number | Point;
  rate: () => number;
  steps: number | (() => number);
  /** On a graph: the height at w. Without it the places themselves are drawn, on a map. */
  height?: (w: number) => number;
  role?: Role;
}

/** Walk from `start`, `w <- w - rate * gradient(w)`; what comes back gives all places, the start first. */
export function descent(on: Board, gradient: (w: never) => number | Point, options: DescentOptions): () => (number | number[])[] {
  const { start, rate, steps, height, role = "parameter" } = options;
  const slope = gradient as (w: number | Point) => number | Point;
  const far = 1e6 * Math.max(...on.x.map(Math.abs), ...on.y.map(Math.abs));
  const walk = (): (number | number[])[] => {
    const places: (number | number[])[] = [];
    let w: number | Point = start();
    for (let left = typeof steps === "function" ? steps() : steps; ; left -= 1) {
      places.push(typeof w === "number" ? w : [...w]);
      const g = slope(w);
      const next: number | Point = typeof w === "number" ? w - rate() * (g as number) : sub(w, scale(rate(), g as Point));
      if (left <= 0 || [next].flat().some((x) => !(Math.abs(x as number) < far))) return places;
      w = next;
    }
  };
  const drawn = (): Point[] => walk().map((w) => (typeof w === "number" ? [w, height ? height(w) : 0] : w));
  path(on, drawn, { role, width: 1.75, dash: "none", kind: "descent" });
  path(on, () => drawn().slice(1).flatMap((p) => [p, p, null]), { role, width: 7, dash: "none", kind: "dots" });
  spot(on, () => drawn().at(-1)!, role, false, 5.5);
  return walk;
}
