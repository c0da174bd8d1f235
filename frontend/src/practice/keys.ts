/** The keyboard: `?` shows the map, single letters act outside of boxes, numbers choose options, Escape leaves. */
import { all, entry, find, focusOn } from "./dom";

const places: Record<string, string> = { t: "/", m: "/map", r: "/review", p: "/progress", g: "/goals", s: "/settings" };
let goingTo = false;

/** Wire the whole page. */
export function startKeys(): void {
  const button = find(document, "[data-do=keys]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", showKeys);
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape") return leave();
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (act(event.key)) event.preventDefault();
  });
}

function act(key: string): boolean {
  if (goingTo) {
    goingTo = false;
    if (places[key]) location.assign(places[key]);
    return key in places;
  }
  if (key === "?") showKeys();
  else if (key === "/") findSomething();
  else if (key === "g") {
    goingTo = true;
    setTimeout(() => (goingTo = false), 1200);
  } else if (key === "n" || key === "p") step(key === "n" ? 1 : -1);
  else if (key === "h") nearest()?.querySelector<HTMLElement>("[data-do=hint]:not([hidden])")?.click();
  else if (/^[1-9]$/.test(key)) return pick(Number(key));
  else return false;
  return true;
}

/** The field of the page or of its header; where there is room for none, the page of its own. */
function findSomething(): void {
  const field = all<HTMLInputElement>(document, "main [data-find], [data-find]").find((one) => one.offsetParent);
  if (field) field.focus();
  else location.assign("/search");
}

function showKeys(): void {
  document.querySelector<HTMLDialogElement>("#keys")?.showModal();
}

function leave(): void {
  if (document.activeElement instanceof HTMLElement && isTyping(document.activeElement)) document.activeElement.blur();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, math-field, input:not([type=radio], [type=checkbox])");
}

/** The sheet that the learner is at: the one with the focus, else the first that is mostly in view. */
function nearest(): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-sheet]");
  if (focused) return focused;
  const middle = innerHeight / 2;
  return all(document, "[data-sheet]").find((sheet) => sheet.getBoundingClientRect().bottom > middle) ?? null;
}

function step(by: number): void {
  const sheets = all(document, "[data-sheet]").filter((sheet) => sheet.offsetParent);
  const here = sheets.indexOf(nearest()!);
  const next = sheets[Math.max(0, Math.min(sheets.length - 1, here + by))];
  next?.scrollIntoView({ block: "center" });
  focusOn(next ? (entry(next) ?? next) : null);
}

function pick(number: number): boolean {
  const choice = nearest()?.querySelectorAll<HTMLInputElement>(".choice > input")[number - 1];
  choice?.click();
  choice?.focus();
  return Boolean(choice);
}
