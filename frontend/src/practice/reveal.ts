/** What opens once the reader has committed: guesses and their answers, pairs to sort, traps, lines of a proof. */
import { all, fill, find, focusOn, say } from "./dom";
import { freshKey, post, Unsent } from "./net";

/** Wake all of `root`. */
export function startReveals(root: ParentNode = document): void {
  for (const guess of all(root, "[data-guess]")) startGuess(guess);
  for (const contrast of all(root, "[data-contrast]")) startContrast(contrast);
  for (const trap of all(root, "[data-trap]")) startTrap(trap);
  for (const proof of all(root, "[data-proof]")) startProof(proof);
  for (const recall of all(root, "[data-recall]")) startRecall(recall);
  for (const area of all<HTMLTextAreaElement>(root, "textarea[readonly]")) area.addEventListener("focus", () => area.select());
}

function startGuess(guess: HTMLElement): void {
  const form = find<HTMLFormElement>(guess, "form");
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const choice = new FormData(form).get("choice");
    const asked = (event as SubmitEvent).submitter?.dataset["choice"] ?? choice;
    if (!asked) return focusOn(find(form, "input"));
    void tell(guess, async () => {
      const reply = await post<{ html: string; answer: string }>("/guess", {
        id: freshKey(),
        guess: guess.dataset["guess"],
        choice: asked,
      });
      for (const answer of all(document, `[data-answer-of="${guess.dataset["guess"]}"]`)) fill(answer, reply.answer);
      fill(guess, reply.html);
      settle(guess);
    });
  });
}

function startContrast(contrast: HTMLElement): void {
  contrast.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>("[data-heap]");
    if (!button) return;
    for (const other of all(button.closest(".pair")!, ".heaps")) {
      const own = other.contains(button);
      const heap = own ? button.dataset["heap"] : button.dataset["other"];
      for (const each of all(other, "[data-heap]")) each.setAttribute("aria-pressed", String(each.dataset["heap"] === heap));
    }
    const side = button.closest<HTMLElement>("[data-side]")!.dataset["side"];
    void tell(contrast, async () => {
      const reply = await post<{ html: string; next: string; done: boolean }>("/contrast", {
        contrast: contrast.dataset["contrast"],
        pair: Number(button.closest<HTMLElement>("[data-pair]")!.dataset["pair"]),
        side,
        heap: button.dataset["heap"],
      });
      const pair = button.closest<HTMLElement>(".pair")!;
      const made = document.createElement("template");
      made.innerHTML = reply.html + reply.next;
      const first = made.content.firstElementChild as HTMLElement;
      pair.replaceWith(made.content);
      say(first.querySelector(".says")?.textContent ?? "");
      const open = find(contrast, ".pair:not(.sorted) [data-heap]");
      focusOn(open ?? find(contrast, ".shared") ?? first);
      if (reply.done) settle(contrast);
    });
  });
}

function startTrap(trap: HTMLElement): void {
  trap.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("[data-commit]");
    if (!button) return;
    const body = find(trap, "[data-reveal]")!;
    const word = find(body, ".says");
    if (word) word.textContent = word.dataset[button.dataset["commit"]!] ?? word.textContent;
    body.hidden = false;
    find(trap, ".actions")?.remove();
    settle(trap);
    focusOn(body);
  });
}

function startProof(proof: HTMLElement): void {
  proof.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const text = String(given.get("text") ?? given.get("reason") ?? "").trim();
    const shown = (event as SubmitEvent).submitter?.dataset["show"] !== undefined;
    if (!text && !shown) return focusOn(find(form, "input"));
    void tell(proof, async () => {
      const reply = await post<{ right: boolean; html: string; done: boolean }>("/proof", {
        proof: proof.dataset["proof"],
        line: Number(form.dataset["line"]),
        text,
        tries: Number(form.dataset["tries"] ?? 0),
        show: shown,
      });
      if (reply.right) {
        const open = form.closest("li")!;
        const made = document.createElement("template");
        made.innerHTML = reply.html;
        const first = made.content.firstElementChild as HTMLElement;
        open.replaceWith(made.content);
        focusOn(find(proof, "form input") ?? first);
        if (reply.done) settle(proof);
      } else {
        form.dataset["tries"] = String(Number(form.dataset["tries"] ?? 0) + 1);
        fill(find(form, ".verdict-place")!, reply.html);
        say(find(form, ".says")?.textContent ?? "");
        focusOn(find(form, ".box, input"));
      }
    });
  });
}

/** Keep: the page folds away, the sentence is said from memory, then shown. */
function startRecall(keep: HTMLElement): void {
  const button = find<HTMLButtonElement>(keep, "[data-do=fold]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const folded = keep.dataset["folded"] === undefined;
    if (folded) keep.dataset["folded"] = "";
    else delete keep.dataset["folded"];
    for (const line of all(keep, "li")) line.dataset["hidden"] = folded ? "" : undefined;
    for (const line of all(keep, "li")) if (!folded) delete line.dataset["hidden"];
    button.setAttribute("aria-pressed", String(folded));
  });
  keep.addEventListener("click", (event) => {
    const line = (event.target as HTMLElement).closest<HTMLElement>("[data-do=show]")?.closest("li");
    if (line) delete line.dataset["hidden"];
  });
}

function settle(block: HTMLElement): void {
  block.dataset["state"] = "done";
  document.dispatchEvent(new CustomEvent("agnesi:done", { detail: {} }));
}

async function tell(block: HTMLElement, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Unsent)) throw error;
    const note = find(block, ".trouble") ?? block.appendChild(Object.assign(document.createElement("p"), { className: "trouble" }));
    note.textContent = error.message;
    say(error.message);
  }
}
