/** Bars: a distribution to read or to shape by hand, and the histogram of numbers. */
import { path, type Board, type Point } from "../board";
import { vectorInput } from "../controls/fields";
import { handle } from "../handle";
import { label } from "../labels";
import type { Role } from "../roles";
import { grain, nudged, snapped } from "../snap";
import { range } from "../vectors";
import { shown } from "../words";

export interface BarOptions {
  drag?: boolean;
  role?: Role;
  /** Where the bars stand on the x axis; 0, 1, 2, ... where not given. */
  at?: readonly number[];
  /** Width of a bar in units of x. */
  width?: number;
  /** Words under the bars. */
  labels?: readonly string[];
  snap?: number;
  firm?: boolean;
  /** The heights always add up to 1: raising one lowers the others in proportion. */
  share?: boolean;
}

/** Bars with the given heights; with `drag` each top can be pulled. What comes back gives the heights. */
export function bars(on: Board, name: string, heights: readonly number[] | (() => readonly number[]), options: BarOptions = {}): () => number[] {
  const { role = "probability", width = 0.7, drag = false } = options;
  const first = typeof heights === "function" ? heights() : heights;
  const at = options.at ?? range(first.length);
  const value = drag ? pulled(on, name, first, at, role, options) : () => [...(typeof heights === "function" ? heights() : heights)];
  const boxes = (): (Point | null)[] => value().flatMap((height, i) => box(at[i]! - width / 2, at[i]! + width / 2, height));
  path(on, boxes, { role, fill: true, kind: "area" });
  const words = options.labels ?? [];
  words.forEach((word, i) => label(on, [at[i]!, Math.max(0, on.y[0])], word, { plain: true, size: 12, role: "guide", offset: [0, on.y[0] < 0 ? 14 : -10] }));
  return value;
}

const box = (left: number, right: number, height: number): (Point | null)[] => [[left, 0], [left, height], [right, height], [right, 0], [left, 0], null];

function pulled(on: Board, name: string, first: readonly number[], at: readonly number[], role: Role, options: BarOptions): () => number[] {
  const low = Math.max(0, on.y[0]);
  const high = options.share ? 1 : on.y[1];
  const steps = grain(on.y[1] - on.y[0], options.snap);
  const parts = options.labels ?? at.map((x) => shown(x));
  const input = vectorInput(on.stage, name, first, first.map(() => [low, high] as const), { role, step: steps.coarse, parts: parts.map((part) => `${name}, ${part}`) });
  on.stage.addInput(options.share ? sharing(input) : input);
  const value = (): number[] => input.get() as number[];
  first.forEach((_, i) => {
    const pull = (height: number): void => {
      const inside = Math.min(Math.max(height, low), high);
      input.set(options.share ? shared(value(), i, inside) : value().map((x, j) => (i === j ? inside : x)));
      on.stage.changed();
    };
    handle(on, {
      name: `${name}, ${parts[i]}`, role, ways: "vertical",
      place: () => [at[i]!, value()[i]!],
      drag: ([, y]) => pull(snapped(y, steps, options.firm)),
      nudge: ([right, up], fine) => pull(nudged(value()[i]!, up || right, steps, fine)),
      words: () => shown(value()[i]!),
    });
  });
  return value;
}

/** The list with entry `i` set to `height` and the others scaled so that all add up to 1. */
function shared(list: readonly number[], i: number, height: number): number[] {
  const rest = list.reduce((total, x, j) => (j === i ? total : total + x), 0);
  return list.map((x, j) => (j === i ? height : rest > 0 ? (x / rest) * (1 - height) : (1 - height) / (list.length - 1)));
}

/** Values given from outside are scaled to add up to 1; one box typed into leaves the others to share what is left. */
function sharing<Kind extends { get(): unknown; set(value: never): void }>(input: Kind): Kind {
  const set = input.set.bind(input) as (value: number[]) => void;
  input.set = (next: never): void => {
    const before = input.get() as number[];
    const wanted = (next as number[]).map((x) => Math.min(Math.max(x, 0), 1));
    const changed = wanted.flatMap((x, i) => (Math.abs(x - before[i]!) > 1e-12 ? [i] : []));
    const total = wanted.reduce((a, b) => a + b, 0);
    if (Math.abs(total - 1) < 1e-9) set(wanted);
    else if (changed.length === 1) set(shared(before, changed[0]!, wanted[changed[0]!]!));
    else if (total > 0) set(wanted.map((x) => x / total));
  };
  return input;
}

export interface HistogramOptions {
  bins?: number | (() => number);
  range?: readonly [number, number];
  role?: Role;
  /** Heights as shares per unit of x, so that the area is 1; else counts. */
  density?: boolean;
}

/** The histogram of `samples`; what comes back gives the heights of its bars. */
export function histogram(on: Board, samples: readonly number[] | (() => readonly number[]), options: HistogramOptions = {}): () => number[] {
  const { role = "probability", range: [low, high] = on.x, density = false } = options;
  const count = (): number => (typeof options.bins === "function" ? options.bins() : (options.bins ?? 20));
  const heights = (): number[] => {
    const data = typeof samples === "function" ? samples() : samples;
    const bins = range(count()).map(() => 0);
    for (const x of data) {
      const bin = Math.floor(((x - low) / (high - low)) * bins.length);
      if (bin >= 0 && (bin < bins.length || x === high)) bins[Math.min(bin, bins.length - 1)]! += 1;
    }
    return density ? bins.map((n) => (n * bins.length) / (Math.max(data.length, 1) * (high - low))) : bins;
  };
  const outline = (): (Point | null)[] => {
    const all = heights();
    const width = (high - low) / all.length;
    return all.flatMap((height, i) => box(low + i * width, low + (i + 1) * width, height));
  };
  path(on, outline, { role, width: 1, fill: true, kind: "area" });
  return heights;
}
