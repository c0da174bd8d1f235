/** Two sides of length 5 and the third, a + b: its squared length is 50 + 2 a · b. */
import { add, arrow, checklist, circle, dot, norm, plane, readout } from "agnesi/figures";

const onCircle = (v) => {
  const length = norm(v);
  return length > 1e-9 ? [(5 * v[0]) / length, (5 * v[1]) / length] : [5, 0];
};

export const triangle = {
  alt: "Two arrows of length 5, put tip to tail, each of which can be turned. The third side is their sum; its length changes with the angle between them.",
  draw(stage) {
    const board = plane(stage, { x: [-10.5, 10.5], y: [-8, 8] });
    circle(board, [0, 0], 5, { role: "guide" });
    const a = arrow(board, "a", [3, 4], { drag: true, allowed: onCircle });
    const b = arrow(board, "b", [4, 3], { drag: true, from: a, allowed: onCircle });
    const third = arrow(board, "a + b", () => add(a(), b()), { role: "output" });
    const length = () => norm(third());
    readout(stage, { "‖a + b‖": length, "‖a + b‖²": () => length() ** 2, "2 a · b": () => 2 * dot(a(), b()) });
    checklist(stage, {
      "as long as can be": () => Math.abs(length() - 10) < 0.02,
      "of length 0": () => length() < 0.1,
      "as long as a and b": () => Math.abs(length() - 5) < 0.1,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { a: [3, 4], b: [4, 3] }, then: { "‖a + b‖²": 98, "2 a · b": 48 } },
    { given: { a: [3, 4], b: [-3, -4] }, then: { "‖a + b‖": 0 } },
    { given: { a: [3, 4], b: [3, 4] }, then: { "‖a + b‖": 10 } },
    { given: { a: [3, 4], b: [-4, 3] }, then: { "2 a · b": 0, "‖a + b‖²": 50 } },
  ],
  done: "From 0 to 10, with the same two lengths: the dot product between them decides.",
};
