/** A box for a function to write: a plain text box at once, the editor of the code cells in its place when it is there. */
import { find } from "./dom";

/** What the code cell's module offers for boxes. */
interface Editing {
  editorFor?(area: HTMLTextAreaElement): void;
}

/** Wake the box in `field`; `changed` is called at each change. */
export function startCode(field: HTMLElement, changed: () => void): void {
  const area = find<HTMLTextAreaElement>(field, "textarea")!;
  area.addEventListener("keydown", indent);
  area.addEventListener("input", changed);
  area.addEventListener(
    "focus",
    () => void import("../cell/index").then((part) => (part as unknown as Editing).editorFor?.(area)).catch(() => undefined),
    { once: true },
  );
}

/** Enter keeps the indent of the line; Tab stays for leaving the box. */
function indent(event: KeyboardEvent): void {
  const area = event.target as HTMLTextAreaElement;
  if (event.key !== "Enter" || event.shiftKey || event.ctrlKey) return;
  const line = area.value.slice(0, area.selectionStart).split("\n").pop() ?? "";
  const depth = /^\s*/.exec(line)![0] + (line.trimEnd().endsWith(":") ? "    " : "");
  if (!depth) return;
  event.preventDefault();
  area.setRangeText(`\n${depth}`, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
