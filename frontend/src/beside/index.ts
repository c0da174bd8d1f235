/** Notes and the bookmark at the end of a lesson: saved as you type, said quietly. */
import { afterRest, find } from "../practice/dom";
import { post, Unsent } from "../practice/net";

interface Props {
  saved: string;
  saving: string;
}

export function mount(element: HTMLElement, words: Props): void {
  const form = find<HTMLFormElement>(element, "[data-note]")!;
  const box = find<HTMLTextAreaElement>(form, "textarea")!;
  const said = find(form, "[data-kept]")!;
  find(form, "[data-keep]")!.hidden = true;
  let kept = box.value;
  const save = async (): Promise<void> => {
    const text = box.value;
    if (text === kept) return;
    said.textContent = words.saving;
    try {
      await post(form.action, { text }, { keep: false });
      kept = text;
      said.textContent = box.value === text ? words.saved : words.saving;
    } catch (error) {
      said.textContent = error instanceof Unsent ? error.message : String(error);
    }
  };
  box.addEventListener("input", afterRest(700, () => void save()));
  box.addEventListener("blur", () => void save());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  startBookmark(find<HTMLFormElement>(element, "[data-bookmark]")!);
}

function startBookmark(form: HTMLFormElement): void {
  const button = find<HTMLButtonElement>(form, "button")!;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const on = button.getAttribute("aria-pressed") !== "true";
    void post<{ on: boolean }>(form.action, { on }, { keep: false }).then(
      (reply) => button.setAttribute("aria-pressed", String(reply.on)),
      () => undefined,
    );
  });
}
