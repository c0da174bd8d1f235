/** Words to choose among or to put in order; `chips(stage, "rule", ["mean", "median"])` gives the chosen one. */
import { element, freshId } from "../../dom";
import type { Input, Stage } from "../stage";
import { labelled } from "../words";

export interface ChipOptions {
  label?: string;
  /** The chosen word at the start; with `order`, the list at the start. */
  value?: string | readonly string[];
  /** Put the words in order instead of choosing one. */
  order?: boolean;
}

export function chips(stage: Stage, name: string, options: readonly string[], settings?: ChipOptions & { order?: false }): () => string;
export function chips(stage: Stage, name: string, options: readonly string[], settings: ChipOptions & { order: true }): () => string[];
export function chips(stage: Stage, name: string, options: readonly string[], settings: ChipOptions = {}): () => string | string[] {
  const input = settings.order
    ? orderInput(stage, name, options, settings)
    : choiceInput(stage, name, options, settings);
  stage.addInput(input);
  return () => input.get() as string | string[];
}

function choiceInput(stage: Stage, name: string, options: readonly string[], settings: ChipOptions): Input {
  let chosen = typeof settings.value === "string" ? settings.value : "";
  const group = freshId("chips");
  const radios = options.map((option) =>
    element("input", { type: "radio", name: group, value: option, onchange: () => ((chosen = option), stage.changed()) }),
  );
  const words = options.map((option, i) => element("label", { class: "figure-chip" }, radios[i], element("span", {}, labelled(option))));
  const field = element("fieldset", { class: "figure-field figure-chips", "data-input": name },
    element("legend", {}, labelled(settings.label ?? name)), ...words);
  return {
    name, kind: "choice", field, first: chosen, bounds: { options },
    get: () => chosen,
    set: (next) => void (options.includes(String(next)) || next === "" ? (chosen = String(next)) : undefined),
    refresh: () => radios.forEach((radio) => (radio.checked = radio.value === chosen)),
  };
}

function orderInput(stage: Stage, name: string, options: readonly string[], settings: ChipOptions): Input {
  const first = Array.isArray(settings.value) ? [...(settings.value as string[])] : [...options];
  let order = [...first];
  const list = element("ol", { class: "figure-order" });
  const field = element("div", { class: "figure-field figure-chips", "data-input": name, role: "group", "aria-label": name },
    element("span", { class: "figure-legend" }, labelled(settings.label ?? name)), list);
  const move = (option: string, by: number): void => {
    const from = order.indexOf(option);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(from, 1));
    stage.changed();
    list.querySelector<HTMLElement>(`[data-option="${CSS.escape(option)}"] button:nth-of-type(${by < 0 ? 1 : 2})`)?.focus();
  };
  const item = (option: string): HTMLElement =>
    element("li", { class: "figure-chip", "data-option": option }, element("span", {}, labelled(option)),
      element("button", { type: "button", "aria-label": `Move ${option} up`, onclick: () => move(option, -1) }, "↑"),
      element("button", { type: "button", "aria-label": `Move ${option} down`, onclick: () => move(option, 1) }, "↓"));
  const items = new Map(options.map((option) => [option, item(option)]));
  return {
    name, kind: "order", field, first, bounds: { options },
    get: () => [...order],
    set(next) {
      const wanted = next as string[];
      if ([...wanted].sort().join("\n") === [...options].sort().join("\n")) order = [...wanted];
    },
    refresh() {
      if ([...list.children].some((child, i) => child !== items.get(order[i]!)) || list.children.length === 0)
        list.replaceChildren(...order.map((option) => items.get(option)!));
    },
  };
}
