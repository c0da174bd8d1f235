/** Two pictures of probability: a tree whose branches are as thick as they are likely, and a unit square cut into areas. */
import { path, type Board, type Point } from "../board";
import { numberInput } from "../controls/fields";
import { handle } from "../handle";
import { label } from "../labels";
import type { Role } from "../roles";
import { nudged, snapped } from "../snap";
import type { Stage } from "../stage";
import { shown } from "../words";
import { plane } from "./plane";

export interface Branch {
  label: string;
  /** The chance of this branch, given that its parent has happened. */
  chance: number | (() => number);
  role?: Role;
  branches?: readonly Branch[];
}

/** A probability tree, from left to right; at each leaf stands the product along its path. */
export function tree(stage: Stage, branches: readonly Branch[], options: { height?: number; digits?: number } = {}): Board {
  const depth = (all: readonly Branch[]): number => (all.length ? 1 + Math.max(...all.map((b) => depth(b.branches ?? []))) : 0);
  const leaves = (all: readonly Branch[]): number => all.reduce((n, b) => n + (b.branches?.length ? leaves(b.branches) : 1), 0);
  const [columns, rows] = [depth(branches), leaves(branches)];
  const on = plane(stage, { x: [-0.15, columns + 0.75], y: [-0.2, rows + 0.1], axes: false, grid: false, equal: false, ratio: 560 / (options.height ?? 40 + 62 * rows) });
  let row = rows;
  const read = (branch: Branch): number => (typeof branch.chance === "function" ? branch.chance() : branch.chance);
  const digits = options.digits ?? 3;
  const grow = (all: readonly Branch[], x: number, before: () => number): Point[] =>
    all.map((branch) => {
      const product = (): number => before() * read(branch);
      const children = branch.branches ?? [];
      const ends = grow(children, x + 1, product);
      const y = ends.length ? (ends[0]![1]! + ends.at(-1)![1]!) / 2 : (row -= 1) + 0.45;
      const here: Point = [x + 1, y];
      const role = branch.role ?? "probability";
      for (const [i, end] of ends.entries()) stem(on, here, end, children[i]!, () => product() * read(children[i]!), digits);
      label(on, here, branch.label, { role, plain: true, size: 13, anchor: "start", offset: [7, 0] });
      if (!ends.length) label(on, here, () => shown(product(), digits + 1), { plain: true, size: 13, anchor: "end", offset: [0.72 * on.frame.clientWidth / (columns + 0.9), 0] });
      return here;
    });
  const firsts = grow(branches, 0, () => 1);
  const root: Point = [0, firsts.reduce((total, [, y]) => total + y!, 0) / firsts.length];
  for (const [i, end] of firsts.entries()) stem(on, root, end, branches[i]!, () => read(branches[i]!), digits);
  return on;
}

function stem(on: Board, from: Point, to: Point, branch: Branch, mass: () => number, digits: number): void {
  const role = branch.role ?? "probability";
  const start: Point = [from[0]! + (from[0]! > 0 ? 0.34 : 0), from[1]!];
  const drawn = path(on, () => [start, to], { role, dash: "none", opacity: 0.6, kind: "branch" });
  on.stage.follow(() => (drawn.rendNode.style.strokeWidth = `${(1 + 17 * Math.sqrt(Math.max(mass(), 0)) ** 1.6).toFixed(1)}px`));
  const read = (): number => (typeof branch.chance === "function" ? branch.chance() : branch.chance);
  label(on, [(start[0]! + to[0]!) / 2, (start[1]! + to[1]!) / 2], () => shown(read(), digits), { plain: true, size: 12, offset: [0, to[1]! >= from[1]! ? -14 : 14] });
}

export interface SquareOptions {
  /** Names and first values: the upright cut, and the level cut left and right of it. */
  first: readonly [string, number];
  second: readonly [string, number];
  other: readonly [string, number];
  /** The words in the four areas: left below, left above, right below, right above. */
  areas?: readonly [string, string, string, string];
  /** The areas that are counted together: shaded strongly. */
  mark?: readonly number[];
  drag?: boolean;
}

/**
 * The unit square cut upright at P(A), and each side level at P(B | it); areas are probabilities. What comes back gives the four
 * areas: A and B, A and not B, not A and B, neither.
 */
export function unitSquare(stage: Stage, options: SquareOptions): () => [number, number, number, number] {
  const { areas = ["", "", "", ""], mark = [0, 2], drag = true } = options;
  const on = plane(stage, { x: [-0.02, 1.02], y: [-0.02, 1.02], axes: false, grid: false, width: 400 });
  const steps = { coarse: 0.05, fine: 0.01 };
  const [p, q, r] = ([options.first, options.second, options.other] as const).map(([name, first]) => {
    const input = numberInput(stage, name, first, [0, 1], { role: "probability", step: 0.01 });
    if (drag) stage.addInput(input);
    return { name, get: () => input.get() as number, set: (to: number) => (input.set(to), stage.changed()) };
  }) as [Cut, Cut, Cut];
  const rectangles: (() => [number, number, number, number])[] = [
    () => [0, p.get(), 0, q.get()],
    () => [0, p.get(), q.get(), 1],
    () => [p.get(), 1, 0, r.get()],
    () => [p.get(), 1, r.get(), 1],
  ];
  const roles: Role[] = ["probability", "guide", "error", "guide"];
  rectangles.forEach((rectangle, i) => {
    const outline = (): Point[] => {
      const [left, right, low, high] = rectangle();
      return [[left, low], [right, low], [right, high], [left, high], [left, low]];
    };
    path(on, outline, { role: mark.includes(i) ? roles[i]! : "guide", dash: "none", width: 1.5, fill: mark.includes(i) ? 0.32 : 0.05, kind: "area" });
    const words = (): string => {
      const [left, right, low, high] = rectangle();
      return (right - left) * on.frame.clientWidth < 64 || (high - low) * on.frame.clientHeight < 22 ? "" : areas[i]!;
    };
    label(on, () => middle(rectangle()), words, { plain: true, size: 13 });
  });
  if (drag) {
    grip(on, p, "horizontal", () => [p.get(), 0.5], steps);
    grip(on, q, "vertical", () => [p.get() / 2, q.get()], steps);
    grip(on, r, "vertical", () => [(1 + p.get()) / 2, r.get()], steps);
  }
  return () => rectangles.map((rectangle) => size(rectangle())) as [number, number, number, number];
}

interface Cut {
  name: string;
  get(): number;
  set(to: number): void;
}

const middle = ([left, right, low, high]: [number, number, number, number]): Point => [(left + right) / 2, (low + high) / 2];
const size = ([left, right, low, high]: [number, number, number, number]): number => (right - left) * (high - low);

function grip(on: Board, cut: Cut, ways: "horizontal" | "vertical", place: () => Point, steps: { coarse: number; fine: number }): void {
  handle(on, {
    name: cut.name, role: "probability", ways, place,
    drag: ([x, y]) => cut.set(snapped(ways === "horizontal" ? x : y, { coarse: 0.05, fine: 0.01 })),
    nudge: ([right, up], fine) => cut.set(nudged(cut.get(), ways === "horizontal" ? right || up : up || right, steps, fine)),
    words: () => shown(cut.get()),
  });
}
