/** A number to pull or type: `const n = slider(stage, "n", { min: 1, max: 20, step: 1, value: 4 })`, then `n()`. */
import type { Role } from "../roles";
import type { Stage } from "../stage";
import { numberInput } from "./fields";

export interface SliderOptions {
  min: number;
  max: number;
  step?: number;
  value?: number;
  label?: string;
  role?: Role;
  /** What the number means, shown beside it: `(i) => names[i]`. */
  show?: (value: number) => string;
}

export function slider(stage: Stage, name: string, options: SliderOptions): () => number {
  const { min, max, value = min, role = "parameter", step = (max - min) / 100, label, show } = options;
  const input = numberInput(stage, name, value, [min, max], { role, step, label, show });
  stage.addInput(input);
  return () => input.get() as number;
}
