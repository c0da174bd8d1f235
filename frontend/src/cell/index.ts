/** A code cell in a lesson: predict, run, change one thing; the code runs in the learner's own Python, by run id. */
import { element, freshId } from "../dom";
import { editor } from "./editor";
import { run, type Output, type Run } from "./run";
import { explained } from "./shapes";

interface Props {
  lesson: string;
  code: string;
  /** A question asked before the output may be seen; HTML comes in a child with `data-part="predict"`. */
  predict?: string;
  /** A task: change one thing so that `result` is printed; HTML in a child with `data-part="change"`. */
  change?: string;
  result?: string;
  /** The lines the cell prints as written. */
  expected?: string[];
}

export function mount(root: HTMLElement, props: Props): void {
  const part = (name: "predict" | "change"): HTMLElement | null =>
    root.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? (props[name] ? element("div", {}, props[name]) : null);
  const [question, task] = [part("predict"), part("change")];
  root.replaceChildren();
  root.classList.add("cell");
  const output = element("div", { class: "cell-output", "aria-live": "polite", hidden: true });
  const status = element("p", { class: "cell-status", role: "status" });
  let going: Run | null = null;
  let shown = question === null;

  const edit = editor(props.code, { run: start, changed: () => (reset.disabled = edit.text() === props.code) });
  const button = (words: string, onclick: () => void, className = "cell-tool"): HTMLButtonElement =>
    element("button", { type: "button", class: className, onclick }, words);
  const go = button("Run", start, "cell-run");
  go.title = "Ctrl+Enter or Shift+Enter";
  const stop = button("Stop", () => going?.stop());
  const reset = button("Reset", () => edit.replace(props.code));
  const copy = button("Copy", () => void navigator.clipboard.writeText(edit.text()).then(() => say("Copied.")));
  stop.hidden = true;
  reset.disabled = true;

  const bar = element("div", { class: "cell-bar" }, go, stop, status, element("span", { class: "cell-space" }), reset, copy);
  const hint = element("p", { class: "visually-hidden", id: freshId("cell-keys") }, "Escape, then Tab leaves the editor. Control and Enter runs the code.");
  edit.describe(hint.id);
  if (question) root.append(prediction(question, (text) => reveal(text)));
  root.append(element("div", { class: "cell-sheet" }, edit.element, hint, bar, output));
  if (task) root.append(element("div", { class: "cell-task" }, element("p", { class: "cell-lead" }, "Change one thing"), task));

  function say(words: string): void {
    status.textContent = words;
  }

  function start(): void {
    if (going) return;
    going = run(props.lesson, edit.text());
    go.disabled = true;
    stop.hidden = false;
    say("Running");
    root.classList.add("cell-running");
    void going.finished.then(finish);
  }

  function finish(result: { outputs: Output[]; message: string }): void {
    going = null;
    go.disabled = false;
    stop.hidden = true;
    root.classList.remove("cell-running");
    output.replaceChildren(...result.outputs.map(show));
    output.hidden = !shown || result.outputs.length === 0;
    say(result.message || (shown ? (result.outputs.length ? "" : "It printed nothing.") : "It ran. Predict first, then see what it printed."));
    if (shown) judge(result.outputs);
  }

  function reveal(text: string): void {
    shown = true;
    if (text) output.before(element("p", { class: "cell-said" }, `You said: ${text}`));
    root.dispatchEvent(new CustomEvent("agnesi:predicted", { bubbles: true, detail: { text } }));
    if (output.childElementCount) output.hidden = false;
    else start();
    say("");
  }

  function judge(outputs: Output[]): void {
    if (!task || !props.result || edit.text() === props.code || !printed(outputs, props.result)) return;
    root.classList.add("cell-reached");
    say(`That is the result: ${props.result}`);
    root.dispatchEvent(new CustomEvent("agnesi:goal", { bubbles: true }));
  }
}

/** Whether what was printed is, line by line and spaces apart, the stated result, at its end. */
export function printed(outputs: Output[], result: string): boolean {
  const plain = (text: string): string[] => text.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
  const lines = plain(outputs.filter(({ kind }) => kind === "text").map(({ data }) => data).join("\n"));
  const wanted = plain(result);
  return wanted.length > 0 && wanted.every((line, i) => lines.at(i - wanted.length) === line);
}

function show(output: Output): HTMLElement {
  if (output.kind === "image") return element("img", { class: "cell-image", src: picture(output.data), alt: "The picture that the code drew" });
  if (output.kind === "text") return element("pre", { class: "cell-text" }, output.data);
  const last = output.data.trimEnd().split("\n").at(-1) ?? "";
  const meaning = explained(output.data);
  return element("div", { class: "cell-error" },
    element("p", { class: "cell-error-line" }, last),
    meaning ? element("p", { class: "cell-meaning" }, meaning) : null,
    element("details", {}, element("summary", {}, "The whole message"), element("pre", { class: "cell-text" }, output.data)));
}

const picture = (data: string): string => (data.startsWith("data:image/png") ? data : `data:image/png;base64,${data}`);

/** The question with a field; the output stays hidden until it is answered or "Show it" is pressed. */
function prediction(question: HTMLElement, committed: (text: string) => void): HTMLElement {
  question.id = freshId("cell-question");
  const field = element("input", { type: "text", class: "figure-guess", "aria-labelledby": question.id, autocomplete: "off", maxlength: 200, placeholder: "Your prediction" });
  const form = element("form", { class: "figure-prediction" }, element("p", { class: "figure-lead" }, "Before you run it"), question,
    element("div", { class: "figure-row" }, field, element("button", { type: "submit", class: "figure-commit" }, "Predict and run")),
    element("button", { type: "button", class: "figure-show", onclick: () => finish("") }, "Show it without a prediction"));
  const finish = (text: string): void => {
    form.replaceWith(element("div", { class: "figure-question" }, question));
    committed(text);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) finish(field.value.trim());
    else field.focus();
  });
  return form;
}

/** Put the editor in the place of a plain text box, which stays, hidden, and always holds what is sent. */
export function editorFor(area: HTMLTextAreaElement): void {
  if (area.dataset["editor"] !== undefined) return;
  area.dataset["editor"] = "";
  const focused = document.activeElement === area;
  const edit = editor(area.value, {
    label: area.labels?.[0]?.textContent?.trim() || area.getAttribute("aria-label") || "Python code",
    changed() {
      area.value = edit.text();
      area.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  edit.element.classList.add("cell-box");
  area.after(edit.element);
  area.hidden = true;
  if (focused) edit.focus();
}
