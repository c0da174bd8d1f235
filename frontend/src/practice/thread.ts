/** The thin line at the left of a lesson: its parts and problems in place, how far you have read, what you have done. */
import { all, find } from "./dom";

/** Draw the line where the page is a lesson, and keep it true while reading. */
export function startThread(): void {
  const lesson = find(document, ".lesson");
  const thread = find(document, ".thread");
  if (!lesson || !thread) return;
  const follow = () => {
    const box = lesson.getBoundingClientRect();
    const read = Math.min(1, Math.max(0, (innerHeight * 0.6 - box.top) / Math.max(1, box.height)));
    document.documentElement.style.setProperty("--read", read.toFixed(4));
  };
  const place = () => {
    thread.replaceChildren(...stops(lesson));
    follow();
  };
  place();
  addEventListener("scroll", follow, { passive: true });
  new ResizeObserver(place).observe(lesson);
  document.addEventListener("agnesi:done", place);
}

function stops(lesson: HTMLElement): HTMLElement[] {
  const height = lesson.offsetHeight;
  const top = lesson.getBoundingClientRect().top;
  return all(lesson, ":scope h2[id], :scope [data-stop]")
    .filter((stop) => stop.offsetParent)
    .map((stop) => {
      const link = document.createElement("a");
      link.href = `#${stop.id}`;
      link.dataset["kind"] = stop.tagName === "H2" ? "part" : "sheet";
      if (stop.dataset["state"] === "done") link.dataset["done"] = "";
      link.style.setProperty("--at", String(Math.min(0.995, (stop.getBoundingClientRect().top - top) / height)));
      const name = document.createElement("span");
      name.textContent = stop.dataset["stop"] || stop.textContent;
      link.append(name);
      return link;
    });
}
