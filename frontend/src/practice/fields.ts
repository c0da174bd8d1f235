/** `textOf(answer)`: what a box of any kind says, as the one text that is sent; and how a kept draft is put back. */
import { all, find } from "./dom";
import { startCode } from "./code";
import { startDerivation } from "./derivation";
import { startOrdering } from "./ordering";
import { startMaths } from "./maths";

export type Changed = () => void;

/** Wake the box of a sheet: `changed` is called at each change, `submit` where Enter means "check". */
export function startField(answer: HTMLElement, changed: Changed, submit: () => void): void {
  for (const field of all(answer, "[data-field]"))
    switch (field.dataset["field"]) {
      case "ordering":
        startOrdering(field, changed);
        break;
      case "derivation":
        startDerivation(field, changed, submit);
        break;
      case "code":
        startCode(field, changed, submit);
        break;
      case "grid":
        startGrid(field, submit);
        break;
      case "maths":
      case "point":
        startMaths(field, changed);
    }
  answer.addEventListener("input", changed);
  answer.addEventListener("change", changed);
}

/** The text of the whole box; empty where nothing is answered yet. */
export function textOf(answer: HTMLElement): string {
  const texts = all(answer, "[data-field]")
    .filter((field) => !field.parentElement?.closest("[data-field]:not([data-field=tool])"))
    .filter((field) => field.dataset["field"] !== "tool")
    .map(one);
  return texts.every(Boolean) ? texts.join("\n") : "";
}

function one(field: HTMLElement): string {
  switch (field.dataset["field"]) {
    case "choice":
      return find<HTMLInputElement>(field, "input:checked")?.value ?? "";
    case "choices": {
      const picked = all<HTMLInputElement>(field, "input:checked").map((box) => box.value);
      return picked.length ? picked.join(", ") : "none";
    }
    case "ordering":
      return all(field, "[data-value]").map((item) => item.dataset["value"]).join(", ");
    case "grid":
      return gridText(field);
    case "derivation":
      return all<HTMLInputElement>(field, "input").map((line) => line.value.trim()).filter(Boolean).join("\n");
    case "code":
      return find<HTMLTextAreaElement>(field, "textarea")?.value ?? "";
    default:
      return find<HTMLInputElement>(field, "input")?.value.trim() ?? "";
  }
}

/** Put a kept draft of a typed answer back into its box. */
export function restore(answer: HTMLElement, draft: string): void {
  const single = find<HTMLInputElement>(answer, "[data-field=maths] input, [data-field=point] input");
  const code = find<HTMLTextAreaElement>(answer, "[data-field=code] textarea");
  if (single && !single.value) single.value = draft;
  else if (code) code.value = draft;
}

function gridText(field: HTMLElement): string {
  const columns = Number(field.dataset["columns"]);
  const entries = all<HTMLInputElement>(field, "input").map((box) => box.value.trim());
  if (!entries.some(Boolean) || entries.some((entry) => !entry)) return "";
  const rows = Array.from({ length: entries.length / columns }, (_, row) => entries.slice(row * columns, (row + 1) * columns));
  return `[${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]`;
}

/** Arrows and Enter move through the boxes of a grid; Enter in the last one checks. */
function startGrid(field: HTMLElement, submit: () => void): void {
  const boxes = all<HTMLInputElement>(field, "input");
  const columns = Number(field.dataset["columns"]);
  field.addEventListener("keydown", (event) => {
    const here = boxes.indexOf(event.target as HTMLInputElement);
    const box = boxes[here];
    if (!box) return;
    const atEnd = box.selectionStart === box.value.length;
    const atStart = box.selectionEnd === 0;
    const moves: Record<string, number> = { ArrowUp: -columns, ArrowDown: columns };
    if (atEnd) moves["ArrowRight"] = 1;
    if (atStart) moves["ArrowLeft"] = -1;
    if (event.key === "Enter") {
      event.preventDefault();
      if (here === boxes.length - 1 || boxes.every((each) => each.value)) submit();
      else boxes[here + 1]?.focus();
    } else if (event.key in moves && boxes[here + moves[event.key]!]) {
      event.preventDefault();
      boxes[here + moves[event.key]!]!.focus();
    }
  });
}
