/** A line through two points of y = 3t²: its slope is an average speed, and settles as the points meet. */
import { checklist, curve, line, plane, point, readout } from "agnesi/figures";

const f = (t) => 3 * t * t;

export const secant = {
  alt: "The graph of 3 t squared with two points on it and the line through both. Dragging the second point towards the first lets the line's slope settle on the tangent's.",
  draw(stage) {
    const board = plane(stage, { x: [-1.2, 3.4], y: [-4, 30], names: ["t", "metres"], equal: false });
    curve(board, f);
    const first = point(board, "first", 2, { drag: true, on: f, snap: 0.25 });
    const second = point(board, "second", 3, { drag: true, on: f, role: "output", snap: 0.001 });
    const apart = () => Math.abs(second() - first()) > 1e-9;
    const average = () => (f(second()) - f(first())) / (second() - first());
    line(board, () => [first(), f(first())], () => [first() + 1, f(first()) + 6 * first()], { role: "guide" });
    line(board, () => [first(), f(first())], () => (apart() ? [second(), f(second())] : [first() + 1, f(first()) + 6 * first()]), { role: "error" });
    const near = (side) => () => first() === 2 && apart() && Math.sign(second() - 2) === side && Math.abs(average() - 12) <= 0.0101;
    readout(stage, {
      h: () => second() - first(),
      "average slope": () => (apart() ? average() : "0/0: no line through one point"),
    });
    checklist(stage, {
      "within 0.01 of 12, from the right": near(1),
      "within 0.01 of 12, from the left": near(-1),
      "the first point where the bike stands still": () => Math.abs(first()) < 0.01,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { first: 2, second: 3 }, then: { h: 1, "average slope": 15 } },
    { given: { first: 2, second: 1.9 }, then: { "average slope": 11.7 } },
    { given: { first: 2, second: 2.01 }, then: { "average slope": 12.03 } },
    { given: { first: 0, second: 0.01 }, then: { "average slope": 0.03 } },
  ],
  done: "From both sides it settles on 12, and where the graph is level it settles on 0.",
};
