/** Placement: one question, its answer noted without a verdict, the next question in its place. */
import { entry, find, focusOn, say } from "./dom";

/** After an answer in a placement the next question is fetched by the address that the sheet names. */
export function startPlacement(): void {
  const page = find(document, "[data-placement-page]");
  if (!page) return;
  document.addEventListener("agnesi:done", () => {
    say(page.dataset["noted"] ?? "");
    location.assign("/placement");
  });
  focusOn(entry(page));
}
