/** The maths field: MathLive in the place of a plain text box, which stays, hidden, and always holds what is sent, as LaTeX. */
import { element, freshId } from "../dom";
import type { MathfieldElement } from "mathlive";

const FONTS = new URL("katex/fonts/", import.meta.env.DEV ? document.baseURI : new URL("./", import.meta.url)).href;

/** Open the field over `box`; `close` puts the plain box back, with what was written. */
export async function open(box: HTMLInputElement, { label }: { label: string }): Promise<{ close(): void }> {
  const { MathfieldElement } = await library();
  const field = new MathfieldElement();
  const focused = document.activeElement === box || document.activeElement === document.body;
  const keys = keyboardButton(field);
  const frame = element("span", { class: "mathfield" }, field, keys);
  box.after(frame);
  box.hidden = true;
  prepare(field, label || box.getAttribute("aria-label") || "Your answer");
  field.value = forMathlive(box.value);
  const follow = (): void => {
    box.value = field.getValue("latex-without-placeholders");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  field.addEventListener("input", follow);
  field.addEventListener("keydown", leave, { capture: true });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") box.form?.requestSubmit();
  });
  if (focused) field.focus();
  return {
    close() {
      window.mathVirtualKeyboard?.hide();
      frame.remove();
      box.hidden = false;
    },
  };
}

let loaded: Promise<typeof import("mathlive")> | null = null;

/** MathLive, fetched once; its fonts are those of KaTeX that the build holds anyway, and it makes no sound. */
function library(): Promise<typeof import("mathlive")> {
  loaded ??= import("mathlive").then((part) => {
    part.MathfieldElement.fontsDirectory = FONTS;
    part.MathfieldElement.soundsDirectory = null;
    part.MathfieldElement.plonkSound = null;
    return part;
  });
  return loaded;
}

function prepare(field: MathfieldElement, label: string): void {
  field.className = "mathfield-field";
  field.setAttribute("aria-label", label);
  field.mathVirtualKeyboardPolicy = "manual";
  field.menuItems = [];
  field.smartFence = true;
  field.smartSuperscript = true;
  field.mathModeSpace = "\\,";
}

/** Tab leaves the field, forwards and back, instead of walking through its parts; the arrow keys do that. */
function leave(event: KeyboardEvent): void {
  if (event.key !== "Tab") return;
  event.stopImmediatePropagation();
}

/** The virtual keyboard comes only when asked for, by a button that says what it does. */
function keyboardButton(field: MathfieldElement): HTMLButtonElement {
  const words = element("span", { id: freshId("keyboard") }, "Keyboard");
  const button = element("button", { type: "button", class: "mathfield-keys", "aria-pressed": "false", title: "Show or hide the keyboard of symbols" }, words);
  const keyboard = window.mathVirtualKeyboard;
  button.addEventListener("click", () => {
    if (keyboard.visible) keyboard.hide();
    else {
      field.focus();
      keyboard.show({ animate: !matchMedia("(prefers-reduced-motion: reduce)").matches });
    }
  });
  keyboard.addEventListener("geometrychange", () => {
    button.setAttribute("aria-pressed", String(keyboard.visible));
    document.documentElement.style.setProperty("--keyboard-height", `${keyboard.boundingRect.height}px`);
  });
  return button;
}

/** What was typed as plain text, so that the field shows it as mathematics: `*` and quotients as written by hand. */
function forMathlive(text: string): string {
  return text.includes("\\") ? text : text.replaceAll("*", "\\cdot ").replace(/\b(sqrt|sin|cos|tan|log|ln|exp|pi)\b/g, "\\$1 ").replace(/\\sqrt \(([^()]*)\)/g, "\\sqrt{$1}");
}
