/** A box that finds places by name: the best eight, chosen with the arrow keys or a click. */
import { element, freshId } from "../dom";
import type { Concept } from "./data";

export function searchBox(concepts: readonly Concept[], found: (id: string) => void): HTMLElement {
  const listId = freshId("map-found");
  const box = element("input", {
    type: "search", class: "map-search", placeholder: "Find a concept", "aria-label": "Find a concept on the map", role: "combobox",
    "aria-expanded": "false", "aria-controls": listId, "aria-autocomplete": "list", autocomplete: "off",
  });
  const results = element("ul", { class: "map-found", id: listId, role: "listbox", "aria-label": "Concepts found", hidden: true });
  let hits: Concept[] = [];
  let active = 0;
  const show = (): void => {
    results.hidden = hits.length === 0;
    box.setAttribute("aria-expanded", String(hits.length > 0));
    results.replaceChildren(...hits.map((concept, i) =>
      element("li", { role: "option", id: `${listId}-${i}`, "aria-selected": String(i === active), onpointerdown: (event: PointerEvent) => (event.preventDefault(), take(concept)) }, concept.title)));
    if (hits.length) box.setAttribute("aria-activedescendant", `${listId}-${active}`);
    else box.removeAttribute("aria-activedescendant");
  };
  const take = (concept: Concept | undefined): void => {
    if (!concept) return;
    hits = [];
    box.value = concept.title;
    show();
    found(concept.id);
  };
  box.addEventListener("input", () => {
    hits = matches(concepts, box.value);
    active = 0;
    show();
  });
  box.addEventListener("blur", () => {
    hits = [];
    show();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") take(hits[active]);
    else if (event.key === "Escape") hits = [];
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") active = (active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % Math.max(hits.length, 1);
    else return;
    event.preventDefault();
    show();
  });
  return element("div", { class: "map-finder" }, box, results);
}

/** Titles that begin with the words first, then those that hold them. */
function matches(concepts: readonly Concept[], typed: string): Concept[] {
  const words = typed.trim().toLowerCase();
  if (!words) return [];
  const score = (title: string): number => (title.startsWith(words) ? 0 : title.includes(` ${words}`) ? 1 : title.includes(words) ? 2 : 9);
  return concepts
    .map((concept) => ({ concept, at: score(concept.title.toLowerCase()) }))
    .filter(({ at }) => at < 9)
    .sort((a, b) => a.at - b.at || a.concept.title.length - b.concept.title.length)
    .slice(0, 8)
    .map(({ concept }) => concept);
}
