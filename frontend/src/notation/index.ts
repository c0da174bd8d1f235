/** Every sign of a lesson's formulas answers: one under the pointer, all of a formula by Enter, a click or a tap. */
import { element, freshId } from "../dom";

interface Sign {
  glyph: string;
  face: string;
  html: string;
  name: string;
  read: string;
  shape: string;
  numpy: string;
  home: string;
  title: string;
}

interface Words {
  address: string;
  how: string;
  heading: string;
  close: string;
  say: string;
  none: string;
}

const QUIET_MS = 220;
const BUSY = "a, button, label, summary, dialog, math-field, .choice, [data-island=map]";

export function mount(place: HTMLElement, words: Words): void {
  const lesson = place.closest<HTMLElement>(".lesson");
  if (lesson) new Decoder(lesson, place, words);
}

class Decoder {
  private signs: Promise<Map<string, Sign>> | null = null;
  private card: HTMLElement | null = null;
  private pinned: HTMLElement | null = null;
  private waiting = 0;
  private readonly how = element("p", { id: freshId("formula-how"), hidden: true }, "");

  constructor(
    private readonly lesson: HTMLElement,
    place: HTMLElement,
    private readonly words: Words,
  ) {
    this.how.textContent = words.how;
    place.append(this.how);
    this.reach();
    new MutationObserver(() => this.reach()).observe(lesson, { childList: true, subtree: true });
    lesson.addEventListener("pointerover", (event) => this.over(event));
    lesson.addEventListener("pointerleave", () => this.leave());
    lesson.addEventListener("click", (event) => void this.clicked(event));
    lesson.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.card) this.close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (this.card && !this.card.contains(event.target as Node) && !formulaOf(event.target)) this.close(false);
    });
  }

  /** Formulas on lines of their own are stops of the Tab key; arrows lead from one formula to the next. */
  private reach(): void {
    for (const formula of this.formulas()) {
      if (formula.dataset["asked"] !== undefined) continue;
      formula.dataset["asked"] = "";
      formula.tabIndex = formula.closest(".katex-display") ? 0 : -1;
      formula.setAttribute("role", "group");
      formula.setAttribute("aria-describedby", this.how.id);
    }
  }

  private formulas(): HTMLElement[] {
    return [...this.lesson.querySelectorAll<HTMLElement>(".katex")].filter((formula) => !formula.closest(BUSY));
  }

  private known(): Promise<Map<string, Sign>> {
    this.signs ??= fetch(this.words.address, { headers: { Accept: "application/json" } })
      .then((reply) => reply.json() as Promise<{ symbols: Sign[] }>)
      .then(({ symbols }) => new Map(symbols.filter((sign) => sign.glyph).map((sign) => [`${sign.face}:${sign.glyph}`, sign])))
      .catch(() => {
        this.signs = null;
        return new Map<string, Sign>();
      });
    return this.signs;
  }

  private over(event: PointerEvent): void {
    if (event.pointerType === "touch" || this.pinned) return;
    clearTimeout(this.waiting);
    const leaf = event.target as HTMLElement;
    if (!formulaOf(leaf) || leaf.childElementCount || !leaf.textContent?.trim()) return this.leave();
    this.waiting = window.setTimeout(() => {
      void this.known().then((known) => {
        const found = signsOf(leaf, known);
        if (found.length && leaf.isConnected) this.show(leaf, found.map((sign) => this.row(sign)), false);
      });
    }, QUIET_MS);
  }

  private leave(): void {
    clearTimeout(this.waiting);
    if (!this.pinned) this.close(false);
  }

  private async clicked(event: MouseEvent): Promise<void> {
    const formula = formulaOf(event.target);
    if (formula && !formula.closest(BUSY)) await this.pin(formula);
  }

  private pressed(event: KeyboardEvent): void {
    const formula = document.activeElement;
    if (!(formula instanceof HTMLElement) || !formula.matches(".katex")) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      void this.pin(formula);
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const all = this.formulas();
      const next = all[all.indexOf(formula) + (event.key === "ArrowRight" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  }

  /** The panel with all signs of one formula; it takes the focus, and gives it back. */
  private async pin(formula: HTMLElement): Promise<void> {
    const known = await this.known();
    const found = new Set<Sign>();
    for (const leaf of formula.querySelectorAll<HTMLElement>(".katex-html span")) {
      if (!leaf.childElementCount) for (const sign of signsOf(leaf, known)) found.add(sign);
    }
    const rows = [...found].map((sign) => this.row(sign));
    this.show(formula, rows.length ? rows : [element("p", {}, this.words.none)], true);
    this.pinned = formula;
    this.card?.focus();
  }

  private show(by: HTMLElement, rows: HTMLElement[], pinned: boolean): void {
    this.close(false);
    const title = freshId("signs");
    const close = element("button", { type: "button", class: "quiet-button", onclick: () => this.close() }, this.words.close);
    this.card = pinned
      ? element("section", { class: "sign-card pinned", role: "dialog", tabindex: -1, "aria-labelledby": title }, element("h2", { id: title }, this.words.heading), element("dl", { class: "signs" }, ...rows), close)
      : element("div", { class: "sign-card", "aria-hidden": "true" }, element("dl", { class: "signs" }, ...rows));
    document.body.append(this.card);
    const box = by.getBoundingClientRect();
    const width = this.card.offsetWidth;
    this.card.style.left = `${Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8)) + scrollX}px`;
    this.card.style.top = `${box.bottom + 8 + scrollY}px`;
  }

  private row(sign: Sign): HTMLElement {
    const drawn = element("dt");
    drawn.innerHTML = sign.html;
    const more = element(
      "p",
      { class: "small quiet" },
      sign.read && element("span", {}, `${this.words.say} “${sign.read}”`),
      sign.shape && element("span", {}, sign.shape),
      sign.numpy && element("code", {}, sign.numpy),
      sign.home && element("a", { href: `/learn/${sign.home}` }, sign.title),
    );
    return element("div", {}, drawn, element("dd", {}, element("p", {}, sign.name), more));
  }

  private close(back = true): void {
    this.card?.remove();
    this.card = null;
    const formula = this.pinned;
    this.pinned = null;
    if (back) formula?.focus({ preventScroll: true });
  }
}

function formulaOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".katex") : null;
}

/** The signs that a leaf of KaTeX's tree holds: its text as one sign, else letter by letter. */
function signsOf(leaf: HTMLElement, known: Map<string, Sign>): Sign[] {
  const text = (leaf.textContent ?? "").replace(/\u200b/g, "").trim();
  if (!text) return [];
  const face = ["mathbb", "mathcal"].find((name) => leaf.classList.contains(name)) ?? "";
  const whole = known.get(`${face}:${text}`);
  if (whole) return [whole];
  return [...text].map((letter) => known.get(`${face}:${letter}`)).filter((sign): sign is Sign => sign !== undefined);
}
