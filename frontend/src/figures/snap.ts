/** Where a dragged value comes to rest: fine everywhere, and drawn to pleasant numbers when near them. */
import { clamp, round } from "./vectors";

export interface Grain {
  /** The step of the arrow keys, and the numbers that attract. */
  coarse: number;
  /** The step with Shift, and the finest value a drag can give. */
  fine: number;
}

/** The grain of a range: steps of a twentieth or so, ten times finer with Shift. */
export function grain(span: number, step?: number): Grain {
  if (step) return { coarse: step, fine: step / 5 };
  const size = 10 ** Math.floor(Math.log10(span / 8));
  const factor = span / 8 / size;
  const coarse = size * (factor < 1.5 ? 0.5 : factor < 3.5 ? 1 : factor < 7.5 ? 2.5 : 5);
  return { coarse, fine: coarse / 10 };
}

/** A dragged number: a multiple of the coarse step when within a fifth of one, else of the fine step. With `firm`, always of the coarse. */
export function snapped(value: number, { coarse, fine }: Grain, firm = false): number {
  const near = Math.round(value / coarse) * coarse;
  const step = firm || Math.abs(value - near) <= 0.2 * coarse ? coarse : fine;
  return round(Math.round(value / step) * step, 10);
}

/** One key press further, on the grid of its step. */
export function nudged(value: number, steps: number, { coarse, fine }: Grain, isFine: boolean): number {
  return steps === 0 ? value : round(value + steps * (isFine ? fine : coarse), 10);
}

/** `value` moved into a closed range. */
export const within = (value: number, [low, high]: readonly [number, number]): number => clamp(value, low, high);
