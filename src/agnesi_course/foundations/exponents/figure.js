/** Powers of a base as a staircase: one step to the right multiplies by a, and the steps between are filled in. */
import { checklist, curve, plane, point, range, readout, segment, slider } from "agnesi/figures";

const TOP = 18;

export const staircase = {
  alt: "Upright bars over the exponents from -2 to 2, as high as the powers of the base a. A point can be dragged to any exponent in quarter steps; its height is the power.",
  draw(stage) {
    const board = plane(stage, { x: [-2.4, 3], y: [-1.5, TOP], names: ["exponent", "power"], equal: false });
    const a = slider(stage, "a", { min: 2, max: 16, step: 1, value: 4, role: "parameter" });
    const power = (p) => Math.round(a() ** p * 1e9) / 1e9;
    for (const k of range(5)) {
      const at = k - 2;
      segment(board, [at, 0], () => [at, Math.min(TOP, a() ** at)], { role: "guide", width: 8 });
    }
    curve(board, (p) => a() ** p, { role: "guide", dash: "3 5" });
    const p = point(board, "p", 1, { drag: true, on: (x) => Math.min(TOP, a() ** x), role: "input", range: [-2, 2], snap: 0.25, firm: true });
    segment(board, () => [p(), 0], () => [p(), Math.min(TOP, a() ** p())], { role: "output", width: 4 });
    readout(stage, { "a to the p": () => power(p()), "one half step more": () => power(p() + 0.5), "one step more": () => power(p() + 1) });
    checklist(stage, {
      "height 2 on base 4": () => a() === 4 && power(p()) === 2,
      "height 1/2 on base 4": () => a() === 4 && power(p()) === 0.5,
      "height 8 on base 4": () => a() === 4 && power(p()) === 8,
      "height 1 on base 9": () => a() === 9 && power(p()) === 1,
      "height 1/3 on base 9": () => a() === 9 && Math.abs(power(p()) - 1 / 3) < 1e-6,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { a: 4, p: 0.5 }, then: { "a to the p": 2, "one half step more": 4 } },
    { given: { a: 4, p: -0.5 }, then: { "a to the p": 0.5 } },
    { given: { a: 9, p: 0 }, then: { "a to the p": 1, "one step more": 9 } },
    { given: { a: 4, p: 1.5 }, then: { "a to the p": 8 } },
    { given: { a: 16, p: 0.25 }, then: { "a to the p": 2 } },
  ],
  done: "No height is negative or 0: a step to the left divides, and dividing a positive number never gets there.",
};
