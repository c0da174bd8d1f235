/** What the figure measures, in words and numbers below it; screen readers hear it when the hand has rested for a moment. */
import { element } from "../../dom";
import type { Stage } from "../stage";
import { labelled, shown, type Value } from "../words";

/** `readout(stage, { "a · b": () => dot(a(), b()) })`: one line each, in this order. `digits` are decimals shown, 3 where not given. */
export function readout(stage: Stage, lines: Record<string, () => Value>, options: { digits?: number } = {}): void {
  const list = element("dl", { class: "figure-readout" });
  const outputs = new Map<string, HTMLElement>();
  for (const [name, value] of Object.entries(lines)) {
    if (stage.lines.has(name)) throw new Error(`two lines of this figure's readout are called "${name}"`);
    stage.lines.set(name, value);
    const output = element("dd", {});
    outputs.set(name, output);
    list.append(element("div", {}, element("dt", {}, labelled(name)), output));
  }
  stage.below.append(list);
  stage.follow(() => {
    const now = stage.readout();
    for (const [name, output] of outputs) {
      const text = shown(now[name]!, options.digits);
      if (output.textContent !== text) output.textContent = text;
    }
  });
}

/** Things to find: a line is ticked once its condition has held, and stays so. `goal` sees them as `tasks`. */
export function checklist(stage: Stage, lines: Record<string, () => boolean>): void {
  const list = element("ul", { class: "figure-checklist" });
  const items = Object.entries(lines).map(([name, holds]) => {
    const task = { holds, done: false };
    stage.tasks.set(name, task);
    const item = element("li", {}, element("span", { class: "figure-tick", "aria-hidden": "true" }), labelled(name),
      element("span", { class: "visually-hidden" }));
    list.append(item);
    return { item, task };
  });
  stage.below.append(list);
  stage.follow(() => {
    for (const { item, task } of items) {
      item.classList.toggle("figure-done", task.done);
      item.lastElementChild!.textContent = task.done ? " (found)" : " (not yet)";
    }
  });
}
