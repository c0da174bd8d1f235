/** What a hand or a keyboard takes hold of: a ring on top of the board that can be dragged, or moved with the arrow keys. */
import type { Board, Point } from "./board";
import { colour, type Role } from "./roles";

const SVG = "http://www.w3.org/2000/svg";

export interface HandleOptions {
  name: string;
  role: Role;
  /** Where it is, in figure coordinates. */
  place: () => Point;
  /** The hand wants it at `target`, in coordinates of the flat board. */
  drag: (target: [number, number]) => void;
  /** A key wants it moved by so many steps to the right, up, and (in space) out; `fine` for small steps. */
  nudge: (steps: [number, number, number], fine: boolean) => void;
  /** Its value in words, for screen readers. */
  words: () => string;
  /** Which ways it can go, for the pointer's shape. */
  ways?: "both" | "horizontal" | "vertical";
}

const keys: Record<string, [number, number, number]> = {
  ArrowLeft: [-1, 0, 0],
  ArrowRight: [1, 0, 0],
  ArrowUp: [0, 1, 0],
  ArrowDown: [0, -1, 0],
  PageUp: [0, 0, 1],
  PageDown: [0, 0, -1],
};

/** Put a handle on the board; it follows every change. */
export function handle(on: Board, options: HandleOptions): void {
  const group = document.createElementNS(SVG, "g");
  group.setAttribute("class", `figure-handle figure-way-${options.ways ?? "both"}`);
  group.setAttribute("tabindex", "0");
  group.setAttribute("role", "slider");
  group.setAttribute("aria-label", options.name);
  group.setAttribute("aria-roledescription", "handle, moved with the arrow keys");
  group.style.color = colour(options.role);
  group.append(circle("figure-reach", 22), circle("figure-ring", 9), circle("figure-core", 3.5));
  on.handles.append(group);
  followHand(on, group, options);
  group.addEventListener("keydown", (event) => {
    const steps = keys[event.key];
    if (!steps || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    options.nudge(steps, event.shiftKey);
  });
  on.stage.follow(() => {
    const place = options.place();
    const [x, y] = on.toPixel(place);
    group.setAttribute("visibility", Number.isFinite(x + y) ? "visible" : "hidden");
    if (Number.isFinite(x + y)) group.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
    group.setAttribute("aria-valuenow", String(Number((options.ways === "vertical" ? place[1]! : place[0]!).toFixed(4))));
    group.setAttribute("aria-valuetext", options.words());
  });
}

/** Drag with any pointer; where it was grabbed stays under the finger. */
function followHand(on: Board, group: SVGGElement, options: HandleOptions): void {
  let grip: [number, number] | null = null;
  let frame = 0;
  let latest: [number, number] = [0, 0];
  const pixel = (event: PointerEvent): [number, number] => {
    const box = on.drawing.renderer.svgRoot.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  group.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const [x, y] = pixel(event);
    const [hx, hy] = on.toPixel(options.place());
    grip = [hx - x, hy - y];
    group.setPointerCapture(event.pointerId);
    group.classList.add("figure-held");
    group.focus({ preventScroll: true });
    event.preventDefault();
  });
  group.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const [x, y] = pixel(event);
    latest = on.fromPixel([x + grip[0], y + grip[1]]);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      options.drag(latest);
    });
  });
  const release = (): void => {
    if (frame) {
      cancelAnimationFrame(frame);
      frame = 0;
      options.drag(latest);
    }
    grip = null;
    group.classList.remove("figure-held");
  };
  group.addEventListener("pointerup", release);
  group.addEventListener("pointercancel", release);
}

function circle(className: string, radius: number): SVGCircleElement {
  const node = document.createElementNS(SVG, "circle");
  node.setAttribute("class", className);
  node.setAttribute("r", String(radius));
  return node;
}
