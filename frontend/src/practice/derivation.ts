/** The learner's own lines: Enter makes the next one, each is read as it is typed, Backspace in an empty one takes it away. */
import { all, find } from "./dom";
import { readLine } from "./echo";

/** A mark on each line after checking: the outcome of the step that leads to it, and a sentence. */
export interface LineMark {
  outcome: string;
  message: string;
}

const words: Record<string, string> = {
  equal: "✓",
  "equal-where-defined": "✓",
  different: "≠",
  undecided: "?",
};

/** Wake the lines in `field`; Ctrl and Enter, or Enter in an empty last line, checks. */
export function startDerivation(field: HTMLElement, changed: () => void, submit: () => void): void {
  const lines = find(field, ".derivation")!;
  const pattern = lines.firstElementChild!.cloneNode(true) as HTMLElement;
  number(lines);
  lines.addEventListener("keydown", (event) => {
    const box = event.target as HTMLInputElement;
    const line = box.closest<HTMLElement>(".own-line");
    if (!line || !(box instanceof HTMLInputElement)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      const last = line === lines.lastElementChild;
      if (event.ctrlKey || (last && !box.value.trim())) submit();
      else if (last) addLine(lines, pattern, line);
      else find<HTMLInputElement>(line.nextElementSibling!, "input")?.focus();
    } else if (event.key === "Backspace" && !box.value && lines.children.length > 1) {
      event.preventDefault();
      const neighbour = line.previousElementSibling ?? line.nextElementSibling;
      line.remove();
      number(lines);
      find<HTMLInputElement>(neighbour!, "input")?.focus();
      changed();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      const other = event.key === "ArrowUp" ? line.previousElementSibling : line.nextElementSibling;
      if (other) find<HTMLInputElement>(other, "input")?.focus();
    }
  });
  lines.addEventListener("input", (event) => {
    const line = (event.target as HTMLElement).closest<HTMLElement>(".own-line");
    if (!line) return;
    delete line.dataset["mark"];
    number(lines);
    readLine(field, line);
  });
  find(field, "[data-do=line]")?.addEventListener("click", () => addLine(lines, pattern, lines.lastElementChild!));
}

/** Show what became of each step; the first broken one gets the focus. */
export function markLines(field: HTMLElement, marks: LineMark[]): void {
  const lines = all(field, ".own-line").filter((line) => find<HTMLInputElement>(line, "input")?.value.trim());
  lines.forEach((line, index) => {
    const mark = marks[index];
    if (!mark) return;
    line.dataset["mark"] = mark.outcome;
    const sign = find(line, ".mark")!;
    sign.textContent = words[mark.outcome] ?? String(index + 1);
    sign.setAttribute("aria-label", mark.outcome === "different" ? "does not follow" : mark.outcome);
    find(line, ".tells")!.textContent = mark.message;
  });
  lines.find((line) => line.dataset["mark"] === "different")?.querySelector("input")?.focus();
}

function addLine(lines: HTMLElement, pattern: HTMLElement, after: Element): void {
  const line = pattern.cloneNode(true) as HTMLElement;
  const box = find<HTMLInputElement>(line, "input")!;
  box.value = "";
  find(line, ".tells")!.replaceChildren();
  after.after(line);
  number(lines);
  box.focus();
}

function number(lines: HTMLElement): void {
  all(lines, ".own-line").forEach((line, index) => {
    if (!line.dataset["mark"]) find(line, ".mark")!.textContent = String(index + 1);
    find(line, "input")!.setAttribute("aria-label", `Line ${index + 1}`);
  });
}
