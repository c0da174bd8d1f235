/** Two bars, 2(x + 3) and m x + k: at which x are they equally long? One, none, or all of them. */
import { checklist, plane, polygon, range, readout, segment, slider, text } from "agnesi/figures";

export const bars = {
  alt: "Two level bars. The upper one is 2 times x plus 3 long, the lower one m times x plus k. Sliders set x, m and k. A mark shows by how much the lower bar is longer.",
  draw(stage) {
    const board = plane(stage, { x: [-1, 33], y: [-1.2, 5], equal: false, ratio: 2.6, grid: false, axes: false });
    const x = slider(stage, "x", { min: 0, max: 8, step: 0.5, value: 1, role: "input" });
    const m = slider(stage, "m", { min: 1, max: 3, step: 1, value: 2, role: "parameter" });
    const k = slider(stage, "k", { min: 0, max: 8, step: 1, value: 5, role: "parameter" });
    const left = () => 2 * (x() + 3);
    const right = () => m() * x() + k();
    const bar = (long, low, role) => polygon(board, () => [[0, low], [long(), low], [long(), low + 1], [0, low + 1]], { role });
    segment(board, [0, 0], [32, 0], { role: "guide" });
    for (const n of range(5)) text(board, [8 * n, -0.6], `${8 * n}`);
    bar(left, 2.8, "input");
    bar(right, 0.6, "output");
    text(board, [0, 4.4], "2(x + 3)", { anchor: "start" });
    text(board, [0, 2.1], () => `${m()}x + ${k()}`, { anchor: "start" });
    segment(board, () => [left(), 0.3], () => [left(), 4.1], { role: "error", dash: "3 4" });
    const gap = () => Math.round((right() - left()) * 1e9) / 1e9;
    readout(stage, { "2(x + 3)": left, "m x + k": right, difference: gap });
    checklist(stage, {
      "m = 2, equally long at x = 1": () => m() === 2 && x() === 1 && gap() === 0,
      "m = 2, equally long at x = 7": () => m() === 2 && x() === 7 && gap() === 0,
      "m = 3, equally long": () => m() === 3 && gap() === 0,
      "m = 1, equally long": () => m() === 1 && gap() === 0,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { x: 1, m: 2, k: 6 }, then: { difference: 0 } },
    { given: { x: 7, m: 2, k: 6 }, then: { difference: 0 } },
    { given: { x: 1, m: 2, k: 5 }, then: { difference: -1 } },
    { given: { x: 7, m: 2, k: 5 }, then: { difference: -1 } },
    { given: { x: 4, m: 3, k: 2 }, then: { difference: 0 } },
  ],
  done: "With m = 2 the difference never moves: k decides between every x and none. With any other m exactly one x fits, now and then a negative one.",
};
