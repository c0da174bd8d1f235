/** What is said of a chosen place: its state, what one can do after it, why it is on the path, what it rests on and opens. */
import { element } from "../dom";
import { stateWords, type Concept, type Goal, type Roads } from "./data";

export interface PanelActions {
  choose(id: string): void;
  close(): void;
}

export function panel(concept: Concept, roads: Roads, goal: Goal | null, path: Set<string>, actions: PanelActions): HTMLElement {
  const title = element("h2", { class: "map-title", tabindex: "-1" }, concept.title);
  const links = (heading: string, concepts: Concept[]): HTMLElement | null =>
    concepts.length
      ? element("div", {}, element("h3", {}, heading),
          element("ul", { class: "map-links" }, ...concepts.map((each) => element("li", {}, element("button", { type: "button", onclick: () => actions.choose(each.id) }, each.title)))))
      : null;
  const before = concept.prerequisites.map((id) => roads.byId.get(id)).filter((each): each is Concept => each !== undefined);
  return element("div", { class: "map-about" },
    element("button", { type: "button", class: "map-close", "aria-label": "Close", onclick: () => actions.close() }, "×"),
    title,
    element("p", { class: "map-state" }, mark(concept.state), stateWords[concept.state]),
    goal ? element("p", { class: "map-why" }, roads.why(concept.id, goal, path)) : null,
    concept.outcomes?.length
      ? element("div", {}, element("h3", {}, "What you can do after it"), element("ul", { class: "map-outcomes" }, ...concept.outcomes.map((outcome) => element("li", {}, outcome.replace(/^You can /, "")))))
      : null,
    concept.ml ? element("p", { class: "map-ml" }, concept.ml) : null,
    links("It rests on", before),
    links("It opens", roads.opened(concept.id)),
    element("a", { class: "map-open", href: `/learn/${concept.id}` }, concept.written ? "Open the lesson" : "See what is planned"));
}

/** The sign of a state, as on the map. */
export function mark(state: string): HTMLElement {
  return element("span", { class: `map-mark map-mark-${state}`, "aria-hidden": "true" });
}
