/** `mount(figure, element)`: draws a figure and gives the handle by which pages and checks read and move it. */
import { element as make } from "../dom";
import { download } from "./download";
import { Stage, type Kind, type State } from "./stage";
import { spoken, type Value } from "./words";

export interface Figure {
  alt: string;
  draw(stage: Stage): void;
  goal?(state: State): boolean;
  claims?: { given: Record<string, Value>; then: Record<string, Value>; tolerance?: number }[];
  done?: string;
}

export interface Mounted {
  names(): string[];
  kind(name: string): { kind: Kind; size?: unknown; min?: Value; max?: Value; step?: number; options?: readonly string[] };
  values(): Record<string, Value>;
  get(name: string): Value;
  set(name: string, value: Value): void;
  field(name: string): HTMLElement;
  readout(): Record<string, Value>;
  tasks(): Record<string, boolean>;
  goal(): boolean;
  reset(): void;
  faults(): string[];
  destroy(): void;
  /** `told` runs once the hand has rested for 300 ms, with whether the goal is reached. */
  whenRested(told: (reached: boolean) => void): void;
}

const REST_MS = 300;

export function mount(figure: Figure, parent: HTMLElement, name = "figure"): Mounted {
  const stage = new Stage(parent);
  stage.root.setAttribute("role", "group");
  stage.root.setAttribute("aria-label", figure.alt);
  figure.draw(stage);
  const input = (wanted: string) => {
    const found = stage.inputs.get(wanted);
    if (!found) throw new Error(`no input is called "${wanted}"; there are: ${[...stage.inputs.keys()].join(", ") || "none"}`);
    return found;
  };
  const reset = (): void => {
    for (const each of stage.inputs.values()) each.set(each.first);
    for (const task of stage.tasks.values()) task.done = false;
    stage.changed();
  };
  const goal = (): boolean => figure.goal?.(stage.state()) === true;
  const listeners: ((reached: boolean) => void)[] = [];
  stage.root.append(speech(stage, () => listeners.forEach((told) => told(goal()))), tools(stage, name, reset));
  stage.changed();
  return {
    names: () => [...stage.inputs.keys()],
    kind: (wanted) => ({ kind: input(wanted).kind, ...input(wanted).bounds }),
    values: () => stage.state().values,
    get: (wanted) => stage.state().values[input(wanted).name]!,
    set(wanted, value) {
      input(wanted).set(value);
      stage.changed();
    },
    field: (wanted) => input(wanted).field,
    readout: () => stage.readout(),
    tasks: () => stage.state().tasks,
    goal,
    reset,
    faults: () => [...stage.faults],
    destroy: () => stage.end(),
    whenRested: (told) => void listeners.push(told),
  };
}

/** A live region that says what the readout shows, when the hand has rested and something has changed. */
function speech(stage: Stage, rested: () => void): HTMLElement {
  const region = make("p", { class: "visually-hidden", "aria-live": "polite" });
  let timer = 0;
  let last = "";
  const now = (): string => Object.entries(stage.readout()).map(([label, value]) => spoken(label, value)).join(". ");
  stage.listen(() => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const words = now();
      if (last && words !== last) region.textContent = words;
      last = words;
      rested();
    }, REST_MS);
  });
  stage.atEnd(() => clearTimeout(timer));
  return region;
}

function tools(stage: Stage, name: string, reset: () => void): HTMLElement {
  const picture = (kind: "svg" | "png") => () => {
    const svg = stage.boards.querySelector("svg");
    if (svg) void download(svg, name, kind);
  };
  const button = (words: string, says: string, onclick: () => void): HTMLElement =>
    make("button", { type: "button", class: "figure-tool", title: says, onclick }, words);
  const saves = stage.boards.querySelector("svg")
    ? [button("SVG", "Save the picture as SVG", picture("svg")), button("PNG", "Save the picture as PNG", picture("png"))]
    : [];
  return make("div", { class: "figure-tools" }, stage.inputs.size ? button("Start again", "Put the figure back to its start", reset) : null, ...saves);
}
