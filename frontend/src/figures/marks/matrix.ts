/** A matrix as what it does to the plane: its two columns are arrows to drag, and a fine grid goes where they take it. */
import { path, type Board, type Point } from "../board";
import { matrixInput } from "../controls/fields";
import { handle } from "../handle";
import { beyond, label } from "../labels";
import type { Role } from "../roles";
import { grain, nudged, snapped } from "../snap";
import { apply, linspace, range, type Matrix } from "../vectors";
import { shown } from "../words";
import { drawArrow } from "./arrow";

export interface MatrixOptions {
  drag?: boolean;
  /** The words at the tips of the two columns. */
  labels?: readonly [string, string];
  roles?: readonly [Role, Role];
  snap?: number;
  firm?: boolean;
  /** Moves a wanted matrix to an allowed one: keep it symmetric, keep it a rotation. */
  allowed?: (matrix: number[][]) => number[][];
}

/** A 2 by 2 matrix held by its columns; what comes back gives its rows. */
export function matrix(on: Board, name: string, first: Matrix, options: MatrixOptions = {}): () => number[][] {
  const { labels = [`${name}e_1`, `${name}e_2`], roles = ["input", "output"], drag = true, allowed = (A: number[][]) => A } = options;
  const { stage } = on;
  const reach = Math.min(on.x[1], on.y[1], -on.x[0], -on.y[0]);
  const bounds = [on.x, on.y] as const;
  const input = matrixInput(stage, name, first, [-Math.max(reach, 1), Math.max(reach, 1)], { step: options.snap });
  if (drag) stage.addInput(input);
  const value = (): number[][] => input.get() as unknown as number[][];
  const steps = grain(on.x[1] - on.x[0], options.snap);
  const setColumn = (column: number, to: readonly number[]): void => {
    const inside = to.map((x, i) => Math.min(Math.max(x, bounds[i]![0]), bounds[i]![1]));
    input.set(allowed(value().map((row, i) => row.map((x, j) => (j === column ? inside[i]! : x)))));
    stage.changed();
  };
  for (const column of [0, 1]) {
    const tip = (): Point => value().map((row) => row[column]!);
    drawArrow(on, () => [0, 0], tip, roles[column]!, 3.25);
    if (labels[column]) label(on, tip, labels[column]!, { role: roles[column]!, offset: beyond(on, [0, 0], tip, 19) });
    if (!drag) continue;
    handle(on, {
      name: `${name}, column ${column + 1}`, role: roles[column]!, place: tip,
      drag: (target) => setColumn(column, target.map((x) => snapped(x, steps, options.firm))),
      nudge: (by, fine) => setColumn(column, tip().map((x, i) => nudged(x, by[i]!, steps, fine))),
      words: () => shown(tip()),
    });
  }
  return value;
}

export interface GridOptions {
  /** Half the number of squares each way. */
  reach?: number;
  /** Lines between two whole numbers. */
  fine?: number;
  /** Shade the image of the unit square: its area is |det|. */
  square?: boolean;
  /** Shapes carried along, as lists of corners; a letter shows whether the plane was turned over. */
  shapes?: readonly (readonly Point[])[];
}

/** The grid of the plane after the matrix: whole numbers as lines, fine lines between them, the unit square shaded. */
export function grid(on: Board, A: () => Matrix, options: GridOptions = {}): void {
  const { reach = Math.ceil(2 * Math.max(on.x[1] - on.x[0], on.y[1] - on.y[0])), fine = 4, square = true, shapes = [] } = options;
  const family = (offsets: number[], upright: boolean) => (): (Point | null)[] =>
    offsets.flatMap((at) => [apply(A(), upright ? [at, -reach] : [-reach, at]), apply(A(), upright ? [at, reach] : [reach, at]), null]);
  const whole = linspace(-reach, reach, 2 * reach + 1);
  const between = range(2 * Math.min(reach, 12) * fine + 1).map((i) => i / fine - Math.min(reach, 12)).filter((at) => at % 1 !== 0);
  for (const [offsets, kind] of [[between, "weave"], [whole, "warp"]] as const) {
    path(on, family(offsets, true), { role: "output", width: kind === "warp" ? 1.4 : 0.8, dash: "none", opacity: kind === "warp" ? 0.55 : 0.26, kind });
    path(on, family(offsets, false), { role: "input", width: kind === "warp" ? 1.4 : 0.8, dash: "none", opacity: kind === "warp" ? 0.55 : 0.26, kind });
  }
  path(on, () => [apply(A(), [-reach, 0]), apply(A(), [reach, 0])], { role: "input", width: 2, dash: "none", opacity: 0.75 });
  path(on, () => [apply(A(), [0, -reach]), apply(A(), [0, reach])], { role: "output", width: 2, dash: "none", opacity: 0.75 });
  const carried = (corners: readonly Point[]) => (): Point[] => [...corners, corners[0]!].map((corner) => apply(A(), corner));
  if (square) path(on, carried([[0, 0], [1, 0], [1, 1], [0, 1]]), { role: "probability", width: 1.5, fill: 0.28, kind: "area" });
  for (const shape of shapes) path(on, carried(shape), { role: "ink", width: 1.5, fill: 0.75, kind: "area" });
}

/** The letter F inside the unit square: turned over, it cannot be read. */
export const letterF: readonly Point[] = [[0.28, 0.15], [0.28, 0.85], [0.74, 0.85], [0.74, 0.71], [0.44, 0.71], [0.44, 0.56], [0.66, 0.56], [0.66, 0.43], [0.44, 0.43], [0.44, 0.15]];
