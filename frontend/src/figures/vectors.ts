/** The arithmetic of figures: pure functions on lists and lists of rows, by the names of the lessons. */

export type Vector = readonly number[];
export type Matrix = readonly (readonly number[])[];

export const sum = (a: Vector): number => a.reduce((total, x) => total + x, 0);
export const mean = (a: Vector): number => sum(a) / a.length;
export const add = (a: Vector, b: Vector): number[] => a.map((x, i) => x + b[i]!);
export const sub = (a: Vector, b: Vector): number[] => a.map((x, i) => x - b[i]!);
export const scale = (factor: number, a: Vector): number[] => a.map((x) => factor * x);
export const dot = (a: Vector, b: Vector): number => sum(a.map((x, i) => x * b[i]!));
export const norm = (a: Vector): number => Math.hypot(...a);
export const distance = (a: Vector, b: Vector): number => norm(sub(a, b));

/** The vector of length 1 in the direction of `a`; the zero vector stays zero. */
export const unit = (a: Vector): number[] => (norm(a) === 0 ? [...a] : scale(1 / norm(a), a));

/** The shadow of `b` on the line through `onto`; zero where `onto` is zero. */
export const project = (b: Vector, onto: Vector): number[] => {
  const length = dot(onto, onto);
  return length === 0 ? onto.map(() => 0) : scale(dot(b, onto) / length, onto);
};

/** The cross product of two vectors in space. */
export const cross = (a: Vector, b: Vector): number[] =>
  [[1, 2], [2, 0], [0, 1]].map(([i, j]) => a[i!]! * b[j!]! - a[j!]! * b[i!]!);

/** The angle between two vectors in degrees, from 0 to 180; 0 where one of them is zero. */
export const angle = (a: Vector, b: Vector): number => {
  const lengths = norm(a) * norm(b);
  return lengths === 0 ? 0 : (Math.acos(clamp(dot(a, b) / lengths, -1, 1)) * 180) / Math.PI;
};

export const transpose = (A: Matrix): number[][] => A[0]!.map((_, j) => A.map((row) => row[j]!));

/** A times the vector v. */
export const apply = (A: Matrix, v: Vector): number[] => A.map((row) => dot(row, v));

/** A times B. */
export const matmul = (A: Matrix, B: Matrix): number[][] => A.map((row) => transpose(B).map((column) => dot(row, column)));

export const identity = (n: number): number[][] => range(n).map((i) => range(n).map((j) => (i === j ? 1 : 0)));

/** The determinant of a square matrix, by elimination with pivots. */
export function det(A: Matrix): number {
  const rows = A.map((row) => [...row]);
  let product = 1;
  for (let k = 0; k < rows.length; k += 1) {
    const pivot = range(rows.length - k).reduce((best, i) => (Math.abs(rows[k + i]![k]!) > Math.abs(rows[k + best]![k]!) ? i : best), 0);
    if (rows[k + pivot]![k] === 0) return 0;
    if (pivot) [rows[k], rows[k + pivot], product] = [rows[k + pivot]!, rows[k]!, -product];
    product *= rows[k]![k]!;
    for (let i = k + 1; i < rows.length; i += 1) rows[i] = sub(rows[i]!, scale(rows[i]![k]! / rows[k]![k]!, rows[k]!));
  }
  return product;
}

/** The inverse of a 2 by 2 matrix, or null where there is none. */
export function inverse(A: Matrix): number[][] | null {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = A;
  const area = a * d - b * c;
  return area === 0 ? null : [[d / area, -b / area], [-c / area, a / area]];
}

/** The real eigenvalues of a 2 by 2 matrix, larger first, each with a unit eigenvector; none for a rotation. */
export function eigen(A: Matrix): { value: number; vector: number[] }[] {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = A;
  const half = (a + d) / 2;
  const rest = half * half - (a * d - b * c);
  if (rest < -1e-12) return [];
  const root = Math.sqrt(Math.max(rest, 0));
  const vector = (value: number): number[] => {
    const rows = [[b, value - a], [value - d, c]].sort((v, w) => norm(w) - norm(v));
    return norm(rows[0]!) < 1e-9 ? (value === half - root ? [0, 1] : [1, 0]) : unit(rows[0]!);
  };
  return root < 1e-6 && Math.abs(b) + Math.abs(c) > 1e-9
    ? [{ value: half, vector: vector(half) }]
    : [half + root, half - root].map((value) => ({ value, vector: vector(value) }));
}

/** `0, 1, ..., n - 1`. */
export const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** `n` numbers from `start` to `stop`, both included. */
export const linspace = (start: number, stop: number, n: number): number[] =>
  range(n).map((i) => (n === 1 ? start : start + ((stop - start) * i) / (n - 1)));

export const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);

/** `x` to `digits` decimals, never minus zero. */
export const round = (x: number, digits = 0): number => Math.round(x * 10 ** digits) / 10 ** digits || 0;

/** The slope of `f` at `x`, by a central difference. */
export const slope = (f: (x: number) => number, x: number, h = 1e-5): number => (f(x + h) - f(x - h)) / (2 * h);

/** The gradient of `f` at the point `p`, by central differences. */
export const gradient = (f: (...p: number[]) => number, p: Vector, h = 1e-5): number[] =>
  p.map((_, i) => {
    const moved = (by: number) => f(...p.map((x, j) => (i === j ? x + by : x)));
    return (moved(h) - moved(-h)) / (2 * h);
  });

/** Chance with a seed: `const next = chance(7)`, then `next()` is in [0, 1) and the same on every visit. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A draw from the bell curve with mean 0 and spread 1, from a `chance`. */
export const normal = (next: () => number): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
