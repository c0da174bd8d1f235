/** A box for a function to write: a plain text box at once; when it is entered, the editor of the code cells takes its place. */
import { find, say } from "./dom";

/** Wake the box in `field`: the text box always holds what is sent; Ctrl and Enter in the editor checks. */
export function startCode(field: HTMLElement, changed: () => void, submit: () => void): void {
  const area = find<HTMLTextAreaElement>(field, "textarea")!;
  const open = async () => {
    const { editor } = await import("../cell/editor");
    const follow = () => {
      area.value = edit.text();
      changed();
    };
    const edit = editor(area.value, { run: submit, changed: follow, label: find(field, "label")?.textContent ?? "" });
    const frame = document.createElement("div");
    frame.className = "code-field";
    frame.append(edit.element);
    area.after(frame);
    area.hidden = true;
    edit.focus();
    say("Escape, then Tab leaves the editor.");
  };
  area.addEventListener("focus", () => void open().catch(() => undefined), { once: true });
}
