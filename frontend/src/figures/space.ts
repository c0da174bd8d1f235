/** Space: three axes seen from a side that can be turned; arrows, points, segments and curves take points of three numbers. */
import { board, path, type Board, type Point } from "./board";
import { numberInput } from "./controls/fields";
import { label } from "./labels";
import type { Stage } from "./stage";
import type { Role } from "./roles";
import { linspace } from "./vectors";

export interface Space extends Board {
  readonly space: true;
  readonly z: readonly [number, number];
  /** The point of space at a place of the flat board that a dragged point means: it keeps its height. */
  lift(target: Point, held: Point): number[];
}

export interface SpaceOptions {
  x?: readonly [number, number];
  y?: readonly [number, number];
  z?: readonly [number, number];
  /** Degrees round the upright axis, and above the floor, at the start. */
  turn?: number;
  tilt?: number;
  names?: readonly [string, string, string];
}

export function space(stage: Stage, options: SpaceOptions = {}): Space {
  const { x = [-3, 3], y = [-3, 3], z = [-3, 3], names = ["x", "y", "z"] } = options;
  const turn = numberInput(stage, "turn", options.turn ?? 30, [-180, 180], { step: 1, label: "turn (degrees)" });
  const tilt = numberInput(stage, "tilt", options.tilt ?? 20, [-90, 90], { step: 1, label: "tilt (degrees)" });
  const middle = [x, y, z].map(([low, high]) => (low + high) / 2);
  const radius = 0.5 * Math.hypot(x[1] - x[0], y[1] - y[0], z[1] - z[0]) * 0.98;
  const angles = (): [number, number] => [((turn.get() as number) * Math.PI) / 180, ((tilt.get() as number) * Math.PI) / 180];
  const at = (point: Point): [number, number] => {
    if (point.length < 3) return [point[0]!, point[1]!];
    const [around, above] = angles();
    const [dx, dy, dz] = point.map((value, i) => value - middle[i]!) as [number, number, number];
    const right = -dx * Math.sin(around) + dy * Math.cos(around);
    const toward = dx * Math.cos(around) + dy * Math.sin(around);
    return [right, dz * Math.cos(above) - toward * Math.sin(above)];
  };
  const flat = board(stage, { x: [-radius, radius], y: [-0.74 * radius, 0.74 * radius] }, at);
  const lift = ([u = 0, v = 0]: Point, held: Point): number[] => {
    const [around, above] = angles();
    const dz = held[2]! - middle[2]!;
    if (Math.abs(Math.sin(above)) < 0.15) {
      const toward = (held[0]! - middle[0]!) * Math.cos(around) + (held[1]! - middle[1]!) * Math.sin(around);
      const height = (v + toward * Math.sin(above)) / Math.cos(above);
      return [middle[0]! - u * Math.sin(around) + toward * Math.cos(around), middle[1]! + u * Math.cos(around) + toward * Math.sin(around), middle[2]! + height];
    }
    const toward = (dz * Math.cos(above) - v) / Math.sin(above);
    return [middle[0]! - u * Math.sin(around) + toward * Math.cos(around), middle[1]! + u * Math.cos(around) + toward * Math.sin(around), held[2]!];
  };
  const made: Space = { ...flat, x, y, z, space: true, lift };
  stage.addInput(turn);
  stage.addInput(tilt);
  const onFlat = made;
  floor(onFlat);
  axes(onFlat, names);
  turnByHand(made, turn, tilt);
  return made;
}

/** The points of the flat board may lie anywhere; only the figure's own ranges are clamped. */
function floor(on: Space): void {
  const height = Math.min(Math.max(0, on.z[0]), on.z[1]);
  const xs = linspace(on.x[0], on.x[1], 7);
  const ys = linspace(on.y[0], on.y[1], 7);
  path(on, () => [
    ...xs.flatMap((at) => [[at, on.y[0], height], [at, on.y[1], height], null]),
    ...ys.flatMap((at) => [[on.x[0], at, height], [on.x[1], at, height], null]),
  ], { role: "guide", width: 1, kind: "grid" });
}

function axes(on: Space, names: readonly [string, string, string]): void {
  const ranges = [on.x, on.y, on.z];
  ranges.forEach(([low, high], i) => {
    const end = (value: number): number[] => ranges.map(([from, to], j) => (i === j ? value : Math.min(Math.max(0, from), to)));
    path(on, () => [end(low), end(high)], { role: "guide", kind: "axis" });
    label(on, () => end(high), names[i]!, { role: "guide", offset: [0, -11] });
  });
}

/** A drag on the empty board turns it. */
function turnByHand(on: Space, turn: { get(): unknown; set(value: number): void }, tilt: { get(): unknown; set(value: number): void }): void {
  const svg = on.drawing.renderer.svgRoot;
  let last: [number, number] | null = null;
  svg.classList.add("figure-turns");
  svg.addEventListener("pointerdown", (event) => {
    if ((event.target as Element).closest(".figure-handle") || event.button !== 0) return;
    last = [event.clientX, event.clientY];
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!last) return;
    const wrapped = (turn.get() as number) - 0.5 * (event.clientX - last[0]);
    turn.set(Math.round(((wrapped + 540) % 360) - 180));
    tilt.set(Math.round((tilt.get() as number) + 0.4 * (event.clientY - last[1])));
    last = [event.clientX, event.clientY];
    on.stage.changed();
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => (last = null));
}

/** The graph of f(x, y) over the floor, as a mesh that can be seen through. */
export function surface(on: Space, f: (x: number, y: number) => number, options: { role?: Role; lines?: number } = {}): void {
  const { role = "output", lines = 18 } = options;
  const xs = linspace(on.x[0], on.x[1], lines + 1);
  const ys = linspace(on.y[0], on.y[1], lines + 1);
  const fine = (range: readonly [number, number]): number[] => linspace(range[0], range[1], 49);
  path(on, () => [
    ...xs.flatMap((x) => [...fine(on.y).map((y) => [x, y, f(x, y)]), null]),
    ...ys.flatMap((y) => [...fine(on.x).map((x) => [x, y, f(x, y)]), null]),
  ], { role, width: 1, dash: "none", opacity: 0.55, kind: "mesh" });
}
