/** An arrow: a vector the learner drags, or one computed from others. */
import { now, path, type Board, type Place, type Point } from "../board";
import type { Drawn } from "../jsxgraph";
import { vectorInput } from "../controls/fields";
import { handle } from "../handle";
import { beyond, label } from "../labels";
import { colour, strokes, type Role } from "../roles";
import { grain, nudged, snapped } from "../snap";
import { add, sub, type Vector } from "../vectors";
import { shown } from "../words";
import type { Space } from "../space";

export interface ArrowOptions {
  drag?: boolean;
  role?: Role;
  /** Where it starts; the origin where not given. */
  from?: Place;
  /** The word at its tip; its name where not given, none for "". */
  label?: string | (() => string);
  /** Arrow keys and magnet: multiples of this; a tenth of the board's squares is the finest. */
  snap?: number;
  /** Every drag ends on a multiple of `snap`. */
  firm?: boolean;
  /** Moves a wanted value to an allowed one: `(v) => unit(v)`. */
  allowed?: (value: number[]) => number[];
  width?: number;
}

/** Draw an arrow; what comes back gives its vector (from its start to its tip). */
export function arrow(on: Board, name: string, vector: Place, options: ArrowOptions = {}): () => number[] {
  const role = options.role ?? (options.drag ? "input" : "output");
  const from = options.from ?? (() => on.x.length && ("space" in on ? [0, 0, 0] : [0, 0]));
  const value = options.drag ? draggable(on, name, now(vector), role, from as Place, options) : () => [...now(vector)];
  const tip = (): Point => add(now(from as Place), value());
  drawArrow(on, () => now(from as Place), tip, role, options.width);
  const words = options.label ?? name;
  if (words !== "") label(on, tip, words, { role, offset: beyond(on, from as Place, tip) });
  return value;
}

/** A shaft and a head that is as long as its stroke asks, never longer than the arrow. */
export function drawArrow(on: Board, from: () => Point, to: () => Point, role: Role, width = strokes[role].width): Drawn {
  const head = (): { base: Point; corners: Point[] } | null => {
    const [x0, y0] = on.toPixel(from());
    const [x1, y1] = on.toPixel(to());
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (!(length > 0.5)) return null;
    const size = Math.min(6 + 2.6 * width, 0.75 * length);
    const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
    const [bx, by] = [x1 - ux * size, y1 - uy * size];
    const wing = 0.38 * size;
    return {
      base: on.fromPixel([x1 - ux * size * 0.8, y1 - uy * size * 0.8]),
      corners: [[bx - uy * wing, by + ux * wing], [x1, y1], [bx + uy * wing, by - ux * wing], [x1 - ux * size * 0.8, y1 - uy * size * 0.8]].map((p) => on.fromPixel(p)),
    };
  };
  const flat = { ...on, at: ([x = 0, y = 0]: Point): [number, number] => [x, y] };
  const shaft = path(flat, () => [on.at(from()), head()?.base ?? on.at(to())], { role, width, kind: "shaft" });
  const tip = path(flat, () => {
    const corners = head()?.corners ?? [];
    return corners.length ? [...corners, corners[0]!] : [];
  }, { role, width: 1, fill: 1, dash: "none", kind: "head" });
  tip.rendNode.style.fill = colour(role);
  return shaft;
}

function draggable(on: Board, name: string, first: Vector, role: Role, from: Place, options: ArrowOptions): () => number[] {
  const { stage } = on;
  const space = "space" in on ? (on as Space) : null;
  const bounds = [on.x, on.y, ...(space ? [space.z] : [])] as const;
  const grains = bounds.map(([low, high]) => grain(high - low, options.snap));
  const input = vectorInput(stage, name, first, bounds.slice(0, first.length), { role, step: options.snap, allowed: options.allowed });
  stage.addInput(input);
  const value = (): number[] => input.get() as number[];
  const move = (next: number[]): void => {
    input.set(next);
    stage.changed();
  };
  handle(on, {
    name, role,
    place: () => add(now(from), value()),
    drag: (target) => {
      const wanted = space ? space.lift(target, add(now(from), value())) : target;
      move(sub(wanted, now(from)).map((x, i) => snapped(x, grains[i]!, options.firm)));
    },
    nudge: (steps, fine) => move(value().map((x, i) => nudged(x, steps[i]!, grains[i]!, fine))),
    words: () => shown(value()),
  });
  return value;
}
