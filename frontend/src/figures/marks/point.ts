/** A point: free in the plane, or held to an axis, a curve, or any set that a function describes. */
import { now, path, type Board, type Place, type Point } from "../board";
import { numberInput, vectorInput } from "../controls/fields";
import { handle } from "../handle";
import { label } from "../labels";
import { colour, type Role } from "../roles";
import { grain, nudged, snapped } from "../snap";
import { shown } from "../words";
import type { Space } from "../space";

export interface PointOptions {
  drag?: boolean;
  role?: Role;
  label?: string | (() => string);
  /** Holds the point to the x axis, the y axis or the graph of a function: its value is then one number. */
  on?: "x" | "y" | ((x: number) => number);
  /** The values allowed where `on` is given; the board's range where not. */
  range?: readonly [number, number];
  snap?: number;
  firm?: boolean;
  allowed?: (value: number[]) => number[];
  /** Pixels to the right and down from the point to its label. */
  offset?: readonly [number, number];
  hollow?: boolean;
}

export function point(on: Board, name: string, place: number | (() => number), options: PointOptions & { on: "x" | "y" | ((x: number) => number) }): () => number;
export function point(on: Board, name: string, place: Place, options?: PointOptions): () => number[];
export function point(on: Board, name: string, place: Place | number | (() => number), options: PointOptions = {}): (() => number) | (() => number[]) {
  const role = options.role ?? (options.drag ? "input" : "output");
  const [value, where] = options.on === undefined
    ? free(on, name, place as Place, role, options)
    : held(on, name, place as number | (() => number), role, options.on, options);
  if (!options.drag) spot(on, where, role, options.hollow);
  const words = options.label ?? name;
  if (words !== "") label(on, where, words, { role, offset: options.offset ?? [15, -16] });
  return value as () => number[];
}

/** A disc that keeps its size in pixels. */
export function spot(on: Board, where: () => Point, role: Role, hollow = false, radius = 5): void {
  const drawn = path(on, () => [where(), where()], { role, width: 2 * radius, dash: "none", kind: "spot" });
  if (!hollow) return;
  drawn.rendNode.style.stroke = colour(role);
  path(on, () => [where(), where()], { role: "guide", width: 2 * radius - 4, dash: "none", kind: "hole" });
}

function free(on: Board, name: string, place: Place, role: Role, options: PointOptions): [() => number[], () => Point] {
  if (!options.drag) return [() => [...now(place)], () => now(place)];
  const space = "space" in on ? (on as Space) : null;
  const first = now(place);
  const bounds = [on.x, on.y, ...(space ? [space.z] : [])].slice(0, first.length);
  const grains = bounds.map(([low, high]) => grain(high - low, options.snap));
  const input = vectorInput(on.stage, name, first, bounds, { role, step: options.snap, allowed: options.allowed });
  on.stage.addInput(input);
  const value = (): number[] => input.get() as number[];
  const move = (next: number[]): void => {
    input.set(next);
    on.stage.changed();
  };
  handle(on, {
    name, role, place: value,
    drag: (target) => move((space ? space.lift(target, value()) : target).map((x, i) => snapped(x, grains[i]!, options.firm))),
    nudge: (steps, fine) => move(value().map((x, i) => nudged(x, steps[i]!, grains[i]!, fine))),
    words: () => shown(value()),
  });
  return [value, value];
}

function held(on: Board, name: string, place: number | (() => number), role: Role, to: "x" | "y" | ((x: number) => number), options: PointOptions): [() => number, () => Point] {
  const along = (t: number): Point => (to === "x" ? [t, 0] : to === "y" ? [0, t] : [t, to(t)]);
  if (!options.drag) {
    const given = (): number => (typeof place === "function" ? place() : place);
    return [given, () => along(given())];
  }
  const range = options.range ?? (to === "y" ? on.y : on.x);
  const steps = grain(range[1] - range[0], options.snap);
  const input = numberInput(on.stage, name, typeof place === "function" ? place() : place, range, { role, step: steps.fine });
  on.stage.addInput(input);
  const value = (): number => input.get() as number;
  const move = (next: number): void => {
    input.set(next);
    on.stage.changed();
  };
  handle(on, {
    name, role, ways: to === "y" ? "vertical" : "horizontal",
    place: () => along(value()),
    drag: ([x, y]) => move(snapped(to === "y" ? y : x, steps, options.firm)),
    nudge: ([right, up], fine) => move(nudged(value(), to === "y" ? up : right || up, steps, fine)),
    words: () => shown(value()),
  });
  return [value, () => along(value())];
}
