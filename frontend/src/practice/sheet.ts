/** One sheet of practice: type, see it read, check, try again, take hints, see the solution, go on with a fresh problem. */
import { startIslands } from "../islands";
import { markLines, type LineMark } from "./derivation";
import { afterRest, all, drafts, entry, fill, find, focusOn, say } from "./dom";
import { startEcho } from "./echo";
import { restore, startField, textOf } from "./fields";
import { fetchHtml, freshKey, post, Unsent } from "./net";

interface Reply {
  verdict: string;
  html: string;
  done?: boolean;
  lines?: LineMark[];
  outcomes?: number[];
  state?: string;
  fresh?: string;
}

/** Wake every sheet of `root` that is not awake yet. */
export function startSheets(root: ParentNode = document): void {
  for (const sheet of all(root, "[data-sheet]:not([data-awake])")) start(sheet);
}

function start(sheet: HTMLElement): void {
  sheet.dataset["awake"] = "";
  const answer = find(sheet, ".answer");
  if (!answer) return;
  const problem = sheet.dataset["problem"]!;
  const began = performance.now();
  const box = () => find<HTMLInputElement>(answer, ".box");
  const put = (text: string) => {
    const typed = box();
    if (!typed) return;
    typed.value = text;
    typed.dispatchEvent(new Event("input", { bubbles: true }));
    typed.focus();
  };
  const echo = startEcho(sheet, () => textOf(answer), put);
  const keep = afterRest(300, () => drafts.write(problem, textOf(answer)));
  const changed = () => {
    ready(sheet, true);
    if (answer.dataset["echo"] !== undefined) echo();
    keep();
  };
  const check = () => {
    const text = textOf(answer);
    if (!text) return missing(sheet, answer);
    void send(sheet, { text }, began);
  };
  const draft = drafts.read(problem);
  if (draft) restore(answer, draft);
  startField(answer, changed, check);
  if (draft && answer.dataset["echo"] !== undefined) echo();

  answer.addEventListener("submit", (event) => {
    event.preventDefault();
    check();
  });
  sheet.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("[data-do]");
    if (!button || button.closest("[data-sheet]") !== sheet) return;
    switch (button.dataset["do"]) {
      case "unknown":
        return void send(sheet, { text: "", unknown: true }, began);
      case "hint":
        return void hint(sheet, button);
      case "solution":
        return void solution(sheet, button);
      case "appeal":
        return void appeal(sheet, button);
      case "fresh":
        return void fresh(sheet);
      case "on":
        return goOn(sheet, button);
      case "again":
        ready(sheet, true);
        box()?.select();
        return focusOn(entry(answer));
    }
  });
}

/** The id of this sheet's problem: the one the server knows it by, else one made on first use and kept for this tab. */
function problemId(sheet: HTMLElement): string {
  sheet.dataset["problemId"] ||= freshKey();
  return sheet.dataset["problemId"];
}

async function send(sheet: HTMLElement, said: object, began: number): Promise<void> {
  if (sheet.dataset["state"] === "busy") return;
  const problem = sheet.dataset["problem"]!;
  busy(sheet, true);
  try {
    const reply = await post<Reply>("/answer", {
      id: freshKey(),
      problem,
      problem_id: problemId(sheet),
      ms: Math.round(performance.now() - began),
      placement: sheet.dataset["placement"] || undefined,
      ...said,
    });
    busy(sheet, false);
    show(sheet, reply);
  } catch (error) {
    busy(sheet, false);
    sorry(sheet, error, () => void send(sheet, said, began));
  }
}

function show(sheet: HTMLElement, reply: Reply): void {
  const place = find(sheet, ".verdict-place")!;
  fill(place, reply.html);
  const field = find(sheet, "[data-field=derivation]");
  if (field && reply.lines) markLines(field, reply.lines);
  if (reply.done) {
    sheet.dataset["state"] = "done";
    drafts.write(sheet.dataset["problem"]!, "");
    tick(reply.outcomes ?? []);
    document.dispatchEvent(new CustomEvent("agnesi:done", { detail: reply }));
  } else ready(sheet, reply.verdict === "unreadable");
  say(find(place, ".says")?.textContent?.trim() ?? "");
  const next = find(place, "[data-focus]");
  if (reply.done) focusOn(next);
  else if (!field) {
    find<HTMLInputElement>(sheet, ".answer .box")?.select();
    focusOn(entry(find(sheet, ".answer")!) ?? next);
  }
  place.scrollIntoView({ block: "nearest" });
}

/** The verdict stands where the buttons stood, until the answer is changed. */
function ready(sheet: HTMLElement, is: boolean): void {
  const actions = find(sheet, ".answer .actions");
  if (actions) actions.hidden = !is;
}

function busy(sheet: HTMLElement, is: boolean): void {
  if (is) sheet.dataset["state"] = "busy";
  else delete sheet.dataset["state"];
  find(sheet, ".answer [type=submit]")?.setAttribute("aria-disabled", String(is));
  sheet.setAttribute("aria-busy", String(is));
}

function missing(sheet: HTMLElement, answer: HTMLElement): void {
  const echo = find(sheet, ".echo");
  const sentence = answer.dataset["missing"] ?? "";
  if (echo) echo.textContent = sentence;
  say(sentence);
  const empty = all<HTMLInputElement>(answer, "input, textarea").find((box) => !box.value || box.type === "radio");
  focusOn(empty);
}

async function hint(sheet: HTMLElement, button: HTMLElement): Promise<void> {
  const hints = find(sheet, ".hints")!;
  await attempt(sheet, async () => {
    const reply = await post<{ html: string; more: boolean }>("/hint", {
      id: freshKey(),
      problem: sheet.dataset["problem"],
      problem_id: problemId(sheet),
      hint: hints.children.length + 1,
    });
    hints.insertAdjacentHTML("beforeend", reply.html);
    for (const each of all(sheet, "[data-do=hint]")) each.hidden = !reply.more;
    say(hints.lastElementChild?.textContent?.trim() ?? "");
    if (button.isConnected) focusOn(entry(find(sheet, ".answer")!) ?? button);
  });
}

async function solution(sheet: HTMLElement, button: HTMLElement): Promise<void> {
  await attempt(sheet, async () => {
    const reply = await post<{ html: string }>("/solution", {
      id: freshKey(),
      problem: sheet.dataset["problem"],
      problem_id: problemId(sheet),
    });
    const place = find(sheet, ".solution-place")!;
    fill(place, reply.html);
    button.remove();
    sheet.dataset["state"] = "done";
    drafts.write(sheet.dataset["problem"]!, "");
    focusOn(find(place, ".solution-title"));
  });
}

async function appeal(sheet: HTMLElement, button: HTMLElement): Promise<void> {
  await attempt(sheet, async () => {
    const reply = await post<{ html: string }>("/appeal", { id: freshKey(), answer: button.dataset["answer"] });
    const place = document.createElement("div");
    place.className = "appealed";
    fill(place, reply.html);
    button.closest(".verdict")!.append(place);
    button.remove();
    focusOn(find(place, "[data-focus]") ?? place);
  });
}

/** A fresh problem of the same case in the place of this one, without reloading the page. */
async function fresh(sheet: HTMLElement): Promise<void> {
  const name = sheet.dataset["problem"]!.split("@")[0];
  const query = new URLSearchParams({ after: sheet.dataset["problem"]!, where: sheet.dataset["where"] ?? "" });
  await attempt(sheet, async () => {
    const made = document.createElement("template");
    made.innerHTML = (await fetchHtml(`/problem/${name}?${query}`)).trim();
    const next = made.content.firstElementChild as HTMLElement;
    if (sheet.id) next.id = sheet.id;
    if (sheet.dataset["stop"]) next.dataset["stop"] = sheet.dataset["stop"];
    next.dataset["solved"] = "";
    sheet.replaceWith(next);
    start(next);
    startIslands(next);
    focusOn(entry(next) ?? next);
    next.scrollIntoView({ block: "nearest" });
  });
}

/** To what comes after this sheet: the address that the page names, or the next thing to read or do. */
function goOn(sheet: HTMLElement, button: HTMLElement): void {
  const address = button.dataset["to"] ?? sheet.dataset["to"];
  if (address) return location.assign(address);
  const next = sheet.nextElementSibling as HTMLElement | null;
  document.dispatchEvent(new CustomEvent("agnesi:on", { detail: sheet }));
  if (!next) return;
  next.scrollIntoView({ block: "start" });
  focusOn(entry(next) ?? next);
}

/** Tick the outcomes at the end of the page that were proved by this answer. */
function tick(outcomes: number[]): void {
  for (const number of outcomes) {
    const outcome = find(document, `[data-outcome="${number}"]`);
    if (!outcome) continue;
    outcome.dataset["proved"] = "";
    const state = find(outcome, ".state use");
    state?.setAttribute("href", "#state-known");
    const words = find(outcome, ".visually-hidden");
    if (words) words.textContent = words.dataset["proved"] ?? words.textContent;
  }
}

async function attempt(sheet: HTMLElement, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    sorry(sheet, error, () => void attempt(sheet, act));
  }
}

/** Say what happened, keep what was typed, and offer to send it again. */
function sorry(sheet: HTMLElement, error: unknown, again: () => void): void {
  if (!(error instanceof Unsent)) throw error;
  const place = find(sheet, ".verdict-place")!;
  const note = document.createElement("div");
  note.className = "verdict";
  note.dataset["verdict"] = "unsent";
  const sentence = document.createElement("p");
  sentence.className = "says";
  sentence.textContent = error.message;
  const retry = document.createElement("button");
  retry.type = "button";
  retry.className = "button";
  retry.textContent = "Send it again";
  retry.addEventListener("click", () => {
    note.remove();
    again();
  });
  const after = document.createElement("p");
  after.className = "after";
  after.append(retry);
  note.append(sentence, after);
  place.replaceChildren(note);
  say(error.message);
  focusOn(retry);
}
