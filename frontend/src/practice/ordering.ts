/** A list to be put in order: buttons up and down, Alt with the arrows, or dragged by hand. */
import { all, find, say } from "./dom";

/** Wake the list in `field`; `changed` is called after each move. */
export function startOrdering(field: HTMLElement, changed: () => void): void {
  const list = find(field, ".ordering")!;
  const moved = (item: HTMLElement) => {
    const items = all(list, ":scope > li");
    say(`${item.dataset["name"] ?? "This line"}: place ${items.indexOf(item) + 1} of ${items.length}.`);
    changed();
  };
  list.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("[data-move]");
    const item = button?.closest<HTMLElement>("li");
    if (!button || !item) return;
    shift(item, button.dataset["move"] === "up" ? -1 : 1);
    button.focus();
    moved(item);
  });
  list.addEventListener("keydown", (event) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>("li");
    if (!item || !event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    const focused = document.activeElement as HTMLElement;
    shift(item, event.key === "ArrowUp" ? -1 : 1);
    focused.focus();
    moved(item);
  });
  list.addEventListener("pointerdown", (event) => {
    const item = (event.target as HTMLElement).closest<HTMLElement>("li");
    if (!item || (event.target as HTMLElement).closest("button")) return;
    drag(list, item, event, () => moved(item));
  });
}

function shift(item: HTMLElement, by: number): void {
  const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (other && by < 0) other.before(item);
  else if (other) other.after(item);
}

function drag(list: HTMLElement, item: HTMLElement, start: PointerEvent, dropped: () => void): void {
  item.dataset["held"] = "";
  list.setPointerCapture(start.pointerId);
  const move = (event: PointerEvent) => {
    const before = all(list, ":scope > li:not([data-held])").find((other) => {
      const box = other.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    if (before) before.before(item);
    else list.append(item);
  };
  const end = () => {
    delete item.dataset["held"];
    list.removeEventListener("pointermove", move);
    list.removeEventListener("pointerup", end);
    list.removeEventListener("pointercancel", end);
    dropped();
  };
  list.addEventListener("pointermove", move);
  list.addEventListener("pointerup", end);
  list.addEventListener("pointercancel", end);
}
