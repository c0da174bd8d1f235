/** While typing: "I read this as ...", or where the reading breaks, with the repair as one click. */
import { afterRest, fill, find } from "./dom";
import { post } from "./net";

/** How the server read a text, or where it could not. */
export interface Reading {
  html?: string;
  notes?: string[];
  error?: string;
  start?: number;
  end?: number;
  suggestion?: string;
}

/** Keep the echo under a box true: gives back the function to call at each change. */
export function startEcho(sheet: HTMLElement, text: () => string, put: (text: string) => void): () => void {
  const echo = find(sheet, ".echo");
  if (!echo) return () => undefined;
  let asked = 0;
  const read = afterRest(220, () => {
    const typed = text();
    const turn = ++asked;
    if (!typed) return echo.replaceChildren();
    post<Reading>("/read", { problem: sheet.dataset["problem"], text: typed }, { keep: false })
      .then((reading) => turn === asked && show(echo, typed, reading, put))
      .catch(() => turn === asked && echo.replaceChildren());
  });
  return read;
}

const lineReads = new WeakMap<HTMLElement, () => void>();

/** Echo one line of a derivation under that line. */
export function readLine(field: HTMLElement, line: HTMLElement): void {
  if (!lineReads.has(line)) {
    const box = find<HTMLInputElement>(line, "input")!;
    const tells = find(line, ".tells")!;
    const problem = field.closest<HTMLElement>("[data-sheet]")?.dataset["problem"];
    let asked = 0;
    lineReads.set(
      line,
      afterRest(260, () => {
        const typed = box.value.trim();
        const turn = ++asked;
        if (!typed) return tells.replaceChildren();
        post<Reading>("/read", { problem, text: typed, line: true }, { keep: false })
          .then((reading) => turn === asked && show(tells, typed, reading, (text) => (box.value = text)))
          .catch(() => undefined);
      }),
    );
  }
  lineReads.get(line)!();
}

function show(echo: HTMLElement, typed: string, reading: Reading, put: (text: string) => void): void {
  echo.replaceChildren();
  if (reading.error) echo.append(...unread(typed, reading, put));
  else {
    if (!reading.html) return;
    const read = document.createElement("span");
    read.className = "read";
    fill(read, reading.html);
    echo.append("I read this as ", read);
    for (const note of reading.notes ?? []) echo.append(words("span", "note", note));
  }
}

function unread(typed: string, reading: Reading, put: (text: string) => void): HTMLElement[] {
  const from = Math.min(reading.start ?? 0, typed.length);
  const to = Math.max(reading.end ?? from + 1, from + 1);
  const place = document.createElement("span");
  place.className = "unread";
  const mark = words("mark", "", typed.slice(from, to) || " ");
  place.append(typed.slice(0, from), mark, typed.slice(to));
  const parts = [place, words("span", "", reading.error ?? "")];
  if (reading.suggestion) {
    const offer = words("button", "offer", reading.suggestion) as HTMLButtonElement;
    offer.type = "button";
    offer.setAttribute("aria-label", `Use ${reading.suggestion} instead`);
    offer.addEventListener("click", () => put(reading.suggestion!));
    parts.push(offer);
  }
  return parts;
}

function words(name: string, kind: string, text: string): HTMLElement {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.textContent = text;
  return element;
}
