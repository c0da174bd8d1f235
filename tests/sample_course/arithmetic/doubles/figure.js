/** A number and its double on a line. */
import { plane, point, readout } from "agnesi/figures";

export const line = {
  alt: "A line of numbers with a point n to drag and a second point at twice n.",
  draw(stage) {
    const board = plane(stage, { x: [-12, 12], y: [-2, 2] });
    const n = point(board, "n", 2, { drag: true, on: "x" });
    point(board, "2n", () => [2 * n(), 0], { role: "output" });
    readout(stage, { "2n": () => 2 * n() });
  },
  goal: ({ readout }) => readout["2n"] === 10,
  claims: [
    { given: { n: -3 }, then: { "2n": -6 } },
    { given: { n: 0 }, then: { "2n": 0 } },
  ],
};
