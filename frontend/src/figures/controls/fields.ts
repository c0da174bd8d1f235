/** The fields below a figure: every input has one with a label, and both show the same value at any time. */
import { element, freshId } from "../../dom";
import { colour, type Role } from "../roles";
import type { Input, Stage } from "../stage";
import { grain, within } from "../snap";
import { range } from "../vectors";
import { labelled, type Value } from "../words";

export interface FieldOptions {
  role?: Role | undefined;
  label?: string | undefined;
  step?: number | undefined;
}

/** An input that is one number between `min` and `max`: a range to pull and a box to type in. */
export function numberInput(
  stage: Stage,
  name: string,
  first: number,
  bounds: readonly [number, number],
  options: FieldOptions & { show?: ((value: number) => string) | undefined } = {},
): Input {
  let value = first;
  const step = options.step ?? grain(bounds[1] - bounds[0]).fine;
  const id = freshId("field");
  const set = (next: number): void => {
    if (Number.isFinite(next)) value = within(next, bounds);
  };
  const slide = element("input", {
    type: "range", min: bounds[0], max: bounds[1], step, "aria-label": options.label ?? name,
    oninput: () => (set(Number(slide.value)), stage.changed()),
  });
  const box = numberBox(id, bounds, step, (typed) => (set(typed), stage.changed()));
  const shown = options.show ? element("output", { class: "figure-meaning" }) : null;
  const field = element("div", { class: "figure-field figure-number", "data-input": name }, sample(options.role),
    element("label", { for: id }, labelled(options.label ?? name)), slide, box, shown);
  return {
    name, kind: "number", field, first, bounds: { min: bounds[0], max: bounds[1], step },
    get: () => value,
    set: (next) => set(Number(next)),
    refresh() {
      slide.value = String(value);
      refreshBox(box, value);
      if (shown) shown.textContent = options.show!(value);
    },
  };
}

/** An input that is a list of numbers: one box an entry, written as a point is written. */
export function vectorInput(
  stage: Stage,
  name: string,
  first: readonly number[],
  bounds: readonly (readonly [number, number])[],
  options: FieldOptions & { allowed?: ((value: number[]) => number[]) | undefined; parts?: readonly string[] | undefined } = {},
): Input {
  let value = [...first];
  const set = (next: readonly number[]): void => {
    if (next.length !== first.length || !next.every(Number.isFinite)) return;
    const inside = next.map((x, i) => within(x, bounds[i]!));
    value = options.allowed ? options.allowed(inside) : inside;
  };
  const boxes = range(first.length).map((i) => {
    const [low, high] = bounds[i]!;
    const box = numberBox(freshId("field"), [low, high], options.step ?? grain(high - low).coarse, (typed) => {
      set(value.map((x, j) => (i === j ? typed : x)));
      stage.changed();
    });
    box.setAttribute("aria-label", options.parts?.[i] ?? `${name}, entry ${i + 1}`);
    return box;
  });
  const entries = boxes.flatMap((box, i) => (i ? [", ", box] : [box]));
  const field = element("div", { class: "figure-field figure-vector", "data-input": name, role: "group", "aria-label": name },
    sample(options.role), element("span", { class: "figure-name" }, labelled(options.label ?? name)), " = (", ...entries, ")");
  return {
    name, kind: "vector", field, first: [...first],
    bounds: { min: bounds.map(([low]) => low), max: bounds.map(([, high]) => high), size: first.length },
    get: () => [...value],
    set: (next) => set(next as number[]),
    refresh: () => boxes.forEach((box, i) => refreshBox(box, value[i]!)),
  };
}

/** An input that is a matrix, its boxes between brackets, row by row. */
export function matrixInput(
  stage: Stage,
  name: string,
  first: readonly (readonly number[])[],
  bounds: readonly [number, number],
  options: FieldOptions = {},
): Input {
  let value = first.map((row) => [...row]);
  const columns = first[0]!.length;
  const set = (next: readonly (readonly number[])[]): void => {
    if (next.length !== first.length || next.some((row) => row.length !== columns || !row.every(Number.isFinite))) return;
    value = next.map((row) => row.map((x) => within(x, bounds)));
  };
  const boxes = range(first.length).map((i) =>
    range(columns).map((j) => {
      const step = options.step ?? grain(bounds[1] - bounds[0]).coarse;
      const box = numberBox(freshId("field"), bounds, step, (typed) => {
        set(value.map((row, k) => row.map((x, l) => (i === k && j === l ? typed : x))));
        stage.changed();
      });
      box.setAttribute("aria-label", `${name}, row ${i + 1}, column ${j + 1}`);
      return box;
    }),
  );
  const table = element("span", { class: "figure-brackets" }, ...boxes.flat());
  table.style.gridTemplateColumns = `repeat(${columns}, auto)`;
  const field = element("div", { class: "figure-field figure-matrix", "data-input": name, role: "group", "aria-label": name },
    sample(options.role), element("span", { class: "figure-name" }, labelled(options.label ?? name)), " = ", table);
  return {
    name, kind: "matrix", field, first: first.map((row) => [...row]),
    bounds: { min: bounds[0], max: bounds[1], size: [first.length, columns] },
    get: () => value.map((row) => [...row]) as Value,
    set: (next) => set(next as number[][]),
    refresh: () => boxes.forEach((row, i) => row.forEach((box, j) => refreshBox(box, value[i]![j]!))),
  };
}

function numberBox(id: string, [low, high]: readonly [number, number], step: number, typed: (value: number) => void): HTMLInputElement {
  const box = element("input", { type: "number", id, min: low, max: high, step, inputmode: "decimal", autocomplete: "off" });
  box.addEventListener("input", () => {
    if (box.value.trim() !== "" && Number.isFinite(box.valueAsNumber)) typed(box.valueAsNumber);
  });
  box.addEventListener("blur", () => box.dispatchEvent(new Event("figure:settle")));
  box.addEventListener("figure:settle", () => (box.value = box.dataset["now"] ?? box.value));
  return box;
}

/** Show a value, but never rewrite what is being typed: `-` and `0.` are on the way to a number. */
function refreshBox(box: HTMLInputElement, value: number): void {
  const text = String(Number(value.toFixed(4)) || 0);
  box.dataset["now"] = text;
  if (document.activeElement !== box || (box.value !== "" && box.valueAsNumber !== value && !Number.isNaN(box.valueAsNumber))) box.value = text;
  box.style.width = `calc(${Math.max(text.length, 2)}ch + 2.3em)`;
}

/** A short stroke in the colour and dashes of a role: says which thing on the board a field belongs to. */
export function sample(role: Role | undefined): HTMLElement | null {
  if (!role) return null;
  const line = element("span", { class: `figure-sample figure-sample-${role}`, "aria-hidden": "true" });
  line.style.color = colour(role);
  return line;
}
