/** Functions of two variables seen from above: arrows of a vector field, and contour lines by marching squares. */
import { path, type Board, type Point } from "../board";
import { label } from "../labels";
import { strokes, type Role } from "../roles";
import { linspace } from "../vectors";
import { shown } from "../words";

/** Arrows of (x, y) -> [u, v] on a grid of places; each as long as its strength says, none longer than its square. */
export function field(on: Board, f: (x: number, y: number) => Point, options: { role?: Role; count?: number; unit?: boolean } = {}): void {
  const { role = "guide", count = 15, unit = false } = options;
  const side = (on.x[1] - on.x[0]) / count;
  const rows = Math.max(2, Math.round((on.y[1] - on.y[0]) / side));
  const ys = linspace(on.y[0] + side / 2, on.y[1] - side / 2, rows);
  const places = linspace(on.x[0] + side / 2, on.x[1] - side / 2, count).flatMap((x) => ys.map((y) => [x, y] as const));
  const arrows = (): (Point | null)[] => {
    const all = places.map(([x, y]) => ({ x, y, v: f(x, y) }));
    const longest = Math.max(...all.map(({ v }) => Math.hypot(v[0]!, v[1]!)), 1e-12);
    return all.flatMap(({ x, y, v }) => {
      const strength = Math.hypot(v[0]!, v[1]!);
      if (!(strength > 1e-9 * longest)) return [];
      const length = 0.86 * side * (unit ? 1 : Math.sqrt(strength / longest));
      const [ux, uy] = [v[0]! / strength, v[1]! / strength];
      const tip: Point = [x + (ux * length) / 2, y + (uy * length) / 2];
      const barb = (turn: number): Point => [tip[0]! - 0.32 * length * (ux - turn * uy), tip[1]! - 0.32 * length * (uy + turn * ux)];
      return [[x - (ux * length) / 2, y - (uy * length) / 2], tip, null, barb(0.6), tip, barb(-0.6), null];
    });
  };
  path(on, arrows, { role, width: 1.4, dash: "none", kind: "field" });
}

export interface ContourOptions {
  role?: Role;
  /** The heights to draw, or how many. */
  levels?: readonly number[] | number;
  /** Write the heights on the lines. */
  labels?: boolean;
  /** How finely the board is scanned. */
  cells?: number;
}

/** Lines of equal height of f(x, y). */
export function contours(on: Board, f: (x: number, y: number) => number, options: ContourOptions = {}): void {
  const { role = "output", levels = 9, labels = true, cells = 96 } = options;
  const xs = linspace(on.x[0], on.x[1], cells + 1);
  const ys = linspace(on.y[0], on.y[1], cells + 1);
  const heights = (): number[][] => xs.map((x) => ys.map((y) => f(x, y)));
  let grid = heights();
  const chosen = typeof levels === "number" ? spread(grid.flat(), levels) : levels;
  let lines = chosen.map((level) => march(grid, xs, ys, level));
  on.stage.before(() => {
    const now = heights();
    if (now.every((column, i) => column.every((height, j) => Object.is(height, grid[i]![j]!)))) return;
    grid = now;
    lines = chosen.map((level) => march(grid, xs, ys, level));
  });
  chosen.forEach((level, i) => {
    const width = strokes.guide.width + (i % 2 ? 0 : 0.5);
    const opacity = 0.9 - (0.55 * i) / Math.max(chosen.length - 1, 1);
    path(on, () => lines[i]!, { role, width, dash: "none", opacity, kind: "contour" });
    if (labels && i % 2 === 0) label(on, () => place(lines[i]!, on), shown(level, 2), { plain: true, size: 11, role: "guide" });
  });
}

/** Levels that lie closer together where the ground is flat, at pleasant heights. */
function spread(heights: number[], count: number): number[] {
  const finite = heights.filter(Number.isFinite).sort((a, b) => a - b);
  const low = finite[0] ?? 0;
  const high = finite[Math.floor(0.97 * (finite.length - 1))] ?? 1;
  const raw = linspace(0, 1, count + 1).slice(1).map((part) => low + (high - low) * part ** 2);
  return [...new Set(raw.map((level) => Number(level.toPrecision(2))))];
}

function place(lines: (Point | null)[], on: Board): Point {
  const [x, y] = [0.5 * (on.x[0] + on.x[1]), 0.5 * (on.y[0] + on.y[1])];
  const wanted = ([px, py]: Point): number => Math.abs((py! - y) - (px! - x) * 1.2) - 0.2 * (px! - x);
  const inside = lines.filter((p): p is Point => p !== null && p[0]! > on.x[0] + 0.05 * (on.x[1] - on.x[0]) && p[0]! < on.x[1] - 0.05 * (on.x[1] - on.x[0]) && p[1]! < on.y[1] - 0.05 * (on.y[1] - on.y[0]) && p[1]! > on.y[0] + 0.05 * (on.y[1] - on.y[0]));
  return inside.length ? inside.reduce((best, p) => (wanted(p) < wanted(best) ? p : best)) : [Number.NaN, Number.NaN];
}

/** Marching squares: in each cell the pieces of the line between the edges it crosses. */
function march(grid: number[][], xs: number[], ys: number[], level: number): (Point | null)[] {
  const lines: (Point | null)[] = [];
  for (let i = 0; i + 1 < xs.length; i += 1)
    for (let j = 0; j + 1 < ys.length; j += 1) {
      const corners: [number, number, number][] = [[xs[i]!, ys[j]!, grid[i]![j]!], [xs[i + 1]!, ys[j]!, grid[i + 1]![j]!], [xs[i + 1]!, ys[j + 1]!, grid[i + 1]![j + 1]!], [xs[i]!, ys[j + 1]!, grid[i]![j + 1]!]];
      const crossings = corners.flatMap(([x0, y0, z0], k): Point[] => {
        const [x1, y1, z1] = corners[(k + 1) % 4]!;
        if (z0 > level === z1 > level || !Number.isFinite(z0 + z1)) return [];
        const part = (level - z0) / (z1 - z0);
        return [[x0 + part * (x1 - x0), y0 + part * (y1 - y0)]];
      });
      for (let k = 0; k + 1 < crossings.length; k += 2) lines.push(crossings[k]!, crossings[k + 1]!, null);
    }
  return lines;
}
