/** A figure in a lesson: its prediction first, then the figure itself, then the task, which is recognised when it is done. */
import { element, freshId } from "../dom";
import type { Figure, Mounted } from "./mount";

interface Props {
  /** The address of the concept's figure.js, and the name of the figure in it. */
  url: string;
  name: string;
  /** The question asked first, as text; HTML comes in a child with `data-part="predict"`. */
  predict?: string;
  /** Predictions to choose among, instead of writing one. */
  choices?: string[];
}

export async function mount(root: HTMLElement, props: Props): Promise<void> {
  root.classList.add("figure");
  const question = root.querySelector<HTMLElement>('[data-part="predict"]') ?? (props.predict ? element("div", {}, props.predict) : null);
  const caption = root.querySelector<HTMLElement>('[data-part="caption"]');
  const [kit, figure] = await Promise.all([import("./index"), load(props)]);
  const alt = element("p", { class: "figure-alt" }, figure.alt);
  const stage = element("div", { class: "figure-body" });
  const said = element("p", { class: "figure-said" });
  const verdict = element("p", { class: "figure-verdict", role: "status" });
  root.replaceChildren();
  if (question) root.append(prediction(question, props.choices ?? [], (text) => open(text)));
  root.append(said, alt, stage, ...(caption ? [caption] : []), verdict);
  const mounted = kit.mount(figure, stage, props.name);
  const locked = question !== null;
  stage.inert = locked;
  root.classList.toggle("figure-locked", locked);
  said.hidden = verdict.hidden = true;
  if (caption) caption.hidden = locked;
  if (figure.goal) watch(mounted, figure, root, verdict, () => !stage.inert);

  function open(text: string): void {
    stage.inert = false;
    root.classList.remove("figure-locked");
    if (caption) caption.hidden = false;
    said.hidden = text === "";
    said.textContent = text && `You said: ${text}`;
    root.dispatchEvent(new CustomEvent("agnesi:predicted", { bubbles: true, detail: { text } }));
    stage.querySelector<HTMLElement>(".figure-handle, input, button")?.focus({ preventScroll: true });
  }
}

async function load({ url, name }: Props): Promise<Figure> {
  const module = (await import(/* @vite-ignore */ url)) as Record<string, Figure>;
  const figure = module[name];
  if (!figure) throw new Error(`${url} exports no figure called "${name}"`);
  return figure;
}

/** The question, its field or chips, and two ways on: commit a prediction, or be shown without one. */
function prediction(question: HTMLElement, choices: string[], committed: (text: string) => void): HTMLElement {
  const id = freshId("prediction");
  question.id = id;
  question.hidden = false;
  const form = element("form", { class: "figure-prediction" });
  const finish = (text: string): void => {
    form.replaceWith(element("div", { class: "figure-question" }, question));
    committed(text);
  };
  form.append(element("p", { class: "figure-lead" }, "Before you move anything"), question);
  if (choices.length) {
    const buttons = choices.map((choice) => element("button", { type: "button", class: "figure-choice", onclick: () => finish(choice) }, choice));
    form.append(element("div", { class: "figure-choices", role: "group", "aria-labelledby": id }, ...buttons));
  } else {
    const field = element("input", { type: "text", class: "figure-guess", "aria-labelledby": id, autocomplete: "off", maxlength: 200, placeholder: "Your prediction" });
    form.append(element("div", { class: "figure-row" }, field, element("button", { type: "submit", class: "figure-commit" }, "Predict")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (field.value.trim()) finish(field.value.trim());
      else field.focus();
    });
  }
  form.append(element("button", { type: "button", class: "figure-show", onclick: () => finish("") }, "Show it without a prediction"));
  return form;
}

/** The goal is said in words the first time it is reached with the hand at rest. */
function watch(mounted: Mounted, figure: Figure, root: HTMLElement, verdict: HTMLElement, unlocked: () => boolean): void {
  let reached = false;
  mounted.whenRested((now) => {
    if (reached || !now || !unlocked()) return;
    reached = true;
    verdict.hidden = false;
    verdict.textContent = `Done. ${figure.done ?? "That is what the task asked for."}`;
    root.classList.add("figure-reached");
    root.dispatchEvent(new CustomEvent("agnesi:goal", { bubbles: true }));
  });
}
