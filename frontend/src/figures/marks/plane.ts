/** A piece of the plane with thin axes and a faint grid: `plane(stage, { x: [-4, 4], y: [-3, 3] })`. */
import { board, niceStep, path, type Board } from "../board";
import { label } from "../labels";
import type { Stage } from "../stage";
import { round } from "../vectors";
import { shown } from "../words";

export interface PlaneOptions {
  x?: readonly [number, number];
  y?: readonly [number, number];
  /** The same unit on both axes; by default where the ranges allow it. */
  equal?: boolean;
  /** Width over height, where the units differ. */
  ratio?: number;
  /** The widest it may be, in pixels. */
  width?: number;
  grid?: boolean;
  axes?: boolean;
  /** The numbers along the axes. */
  numbers?: boolean;
  /** The letters at the ends of the axes. */
  names?: readonly [string, string];
}

export function plane(stage: Stage, options: PlaneOptions = {}): Board {
  const { x = [-5, 5], y = [-4, 4], grid = true, axes = true, numbers = axes, names } = options;
  const made = board(stage, { ...options, x, y }, ([px = 0, py = 0]) => [px, py]);
  const stepX = niceStep(x[1] - x[0]);
  const stepY = (x[1] - x[0]) / (y[1] - y[0]) > 0.99 * (y[1] - y[0]) && options.equal ? stepX : niceStep(y[1] - y[0], 6);
  const across = marks(x, stepX);
  const up = marks(y, options.equal === false ? stepY : near(stepX, y) ?? stepY);
  if (grid) {
    const lines = [...across.map((at) => [[at, y[0]], [at, y[1]]]), ...up.map((at) => [[x[0], at], [x[1], at]])];
    path(made, () => lines.flatMap((line) => [...line, null]), { role: "guide", width: 1, kind: "grid" });
  }
  const originX = Math.min(Math.max(0, x[0]), x[1]);
  const originY = Math.min(Math.max(0, y[0]), y[1]);
  if (axes) path(made, () => [[x[0], originY], [x[1], originY], null, [originX, y[0]], [originX, y[1]]], { role: "guide", kind: "axis" });
  if (numbers) {
    const small = { plain: true, role: "guide", size: 11 } as const;
    for (const at of inner(across, x, originX)) label(made, [at, originY], shown(at), { ...small, offset: [0, 13 * (originY === y[1] ? 1 : originY === y[0] ? -1 : 1)] });
    for (const at of inner(up, y, originY)) label(made, [originX, at], shown(at), { ...small, ...beside(originX === x[0]) });
  }
  if (names) {
    label(made, [x[1], originY], names[0], { offset: [-6, originY === y[0] ? -30 : -13], anchor: "end", role: "guide" });
    label(made, [originX, y[1]], names[1], { offset: [10, 12], anchor: "start", role: "guide" });
  }
  return made;
}

/** The step of one axis, where it also suits the other: the same squares both ways. */
function near(step: number, [low, high]: readonly [number, number]): number | null {
  const parts = (high - low) / step;
  return parts >= 2 && parts <= 14 ? step : null;
}

const marks = ([low, high]: readonly [number, number], step: number): number[] => {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => round((first + i) * step, 10));
};

/** Numbers with room around them: neither at the rim nor on the other axis. */
const inner = (all: number[], [low, high]: readonly [number, number], other: number): number[] =>
  all.filter((at) => at !== other && at - low > 0.03 * (high - low) && high - at > 0.03 * (high - low));

const beside = (atRim: boolean): { offset: [number, number]; anchor: "start" | "end" } =>
  atRim ? { offset: [6, 0], anchor: "start" } : { offset: [-7, 0], anchor: "end" };
