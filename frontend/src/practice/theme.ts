/** Light, dark, or as the machine has it: one button, remembered by the server so that no page ever flashes. */
import { all, find, say } from "./dom";
import { post } from "./net";

/** Wire the button of the masthead and the choice in the settings. */
export function startTheme(): void {
  const button = find(document, "[data-do=theme]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => choose(isDark() ? "light" : "dark"));
  }
  for (const radio of all<HTMLInputElement>(document, "input[name=theme]"))
    radio.addEventListener("change", () => choose(radio.value));
  for (const form of all<HTMLFormElement>(document, "form[data-keep]")) keepAtOnce(form);
}

/** A choice in the settings is kept as it is made; the button is for browsers without script. */
function keepAtOnce(form: HTMLFormElement): void {
  const button = find(form, "button");
  if (button) button.hidden = true;
  if (form.dataset["keep"] === "theme") return;
  form.addEventListener("change", () => form.requestSubmit());
}

function choose(theme: string): void {
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  document.dispatchEvent(new CustomEvent("agnesi:theme"));
  for (const radio of all<HTMLInputElement>(document, "input[name=theme]")) radio.checked = radio.value === theme;
  say(isDark() ? "Dark" : "Light");
  post("/settings/theme", { theme }, { keep: false }).catch(() => undefined);
}

function isDark(): boolean {
  return getComputedStyle(document.documentElement).colorScheme === "dark";
}
