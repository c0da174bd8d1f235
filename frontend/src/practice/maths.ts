/** A box for mathematics: plain text, or the maths field, as the learner likes; the plain box always holds what is sent. */
import { find } from "./dom";
import { post } from "./net";

/** What the maths field's module offers. */
interface MathField {
  open(box: HTMLInputElement, labels: { label: string }): Promise<{ close(): void }>;
}

const openFields = new WeakMap<HTMLElement, { close(): void }>();

/** Wake the box in `field`; where the learner prefers the maths field it opens when the box is first entered. */
export function startMaths(field: HTMLElement, changed: () => void): void {
  const box = find<HTMLInputElement>(field, "input")!;
  const toggle = find<HTMLButtonElement>(field, "[data-do=field]");
  if (!toggle) return;
  toggle.hidden = false;
  const set = async (maths: boolean) => {
    if (maths && !openFields.has(field)) {
      const part = (await import("../mathfield/index")) as unknown as MathField;
      openFields.set(field, await part.open(box, { label: find(field, "label")?.textContent?.trim() ?? "" }));
    } else if (!maths) {
      openFields.get(field)?.close();
      openFields.delete(field);
      box.focus();
    }
    toggle.setAttribute("aria-pressed", String(maths));
    toggle.textContent = toggle.dataset[maths ? "plain" : "maths"] ?? "";
    changed();
  };
  toggle.addEventListener("click", () => {
    const maths = toggle.getAttribute("aria-pressed") !== "true";
    document.body.dataset["typing"] = maths ? "maths" : "typed";
    void set(maths);
    post("/settings/field", { field: maths ? "maths" : "typed" }, { keep: false }).catch(() => undefined);
  });
  if (document.body.dataset["typing"] === "maths") box.addEventListener("focus", () => void set(true), { once: true });
}
