/** A run of gradient descent in the valley 2(w - 3)²: on the curve, and its gap to the bottom step by step. */
import { checklist, curve, descent, dots, line, plane, point, readout, slider } from "agnesi/figures";

const f = (w) => 2 * (w - 3) ** 2;
const SHOWN = 14;

export const valley = {
  alt: "A parabola with its bottom at 3 and the points of a run of gradient descent on it. Below, the gap to the bottom after each step. The rate and the start can be changed.",
  draw(stage) {
    const board = plane(stage, { x: [-3.4, 9.4], y: [-6, 48], names: ["w", "f(w)"], equal: false });
    curve(board, f);
    const start = point(board, "start", 0, { drag: true, on: f, role: "input", range: [-1.5, 7.5], snap: 0.5 });
    const rate = slider(stage, "rate", { min: 0.01, max: 0.55, step: 0.01, value: 0.05, role: "parameter" });
    const run = descent(board, (w) => 4 * (w - 3), { start, rate, steps: SHOWN, height: f });
    const strip = plane(stage, { x: [-0.6, SHOWN + 0.6], y: [-6, 6], names: ["step", "gap"], equal: false, ratio: 3 });
    line(strip, [0, 0], [1, 0], { role: "guide" });
    dots(strip, () => run().map((w, k) => [k, Math.max(-6, Math.min(6, w - 3))]), { role: "error" });
    const away = () => Math.abs(start() - 3) > 0.2;
    const factor = () => Math.round((1 - 4 * rate()) * 1e9) / 1e9;
    readout(stage, { "factor 1 − 4·rate": factor, "w after 1 step": () => run()[1], "w after 2 steps": () => run()[2] });
    checklist(stage, {
      "arrives at once": () => away() && factor() === 0,
      "creeps in from one side": () => away() && factor() > 0,
      "hops, and arrives": () => away() && factor() < 0 && factor() > -1,
      "hops for ever": () => away() && factor() === -1,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { start: 0, rate: 0.25 }, then: { "w after 1 step": 3 } },
    { given: { start: 0, rate: 0.4 }, then: { "w after 1 step": 4.8, "w after 2 steps": 1.92 } },
    { given: { start: 0, rate: 0.5 }, then: { "w after 2 steps": 0, "factor 1 − 4·rate": -1 } },
  ],
  done: "Four fates, one number: the factor by which each step multiplies the gap.",
};
