/** Two arrows, two knobs: what can the tip of s a + t b reach? */
import { add, arrow, det, dots, line, norm, plane, readout, scale, segment, slider } from "agnesi/figures";

const TARGET = [6, 4];

export const paint = {
  alt: "Two arrows a and b and their combination s a + t b, put tip to tail. A ring marks the target (6, 4). Where a and b lie on one line, that line is drawn: nothing off it can be reached.",
  draw(stage) {
    const board = plane(stage, { x: [-4, 9], y: [-4, 7] });
    const a = arrow(board, "a", [2, 1], { drag: true, snap: 1, firm: true });
    const b = arrow(board, "b", [4, 2], { drag: true, snap: 1, firm: true });
    const s = slider(stage, "s", { min: -3, max: 3, step: 0.1, value: 1, role: "parameter" });
    const t = slider(stage, "t", { min: -3, max: 3, step: 0.1, value: 0.5, role: "parameter" });
    const tip = () => add(scale(s(), a()), scale(t(), b()));
    const flat = () => Math.abs(det([a(), b()])) < 1e-9;
    const along = () => (norm(a()) > 0 ? a() : b());
    line(board, [0, 0], () => (flat() && norm(along()) > 0 ? along() : [0, 0]), { role: "guide" });
    segment(board, () => scale(s(), a()), tip, { role: "guide", dash: "4 4" });
    dots(board, [TARGET], { role: "error", hollow: true, size: 8 });
    arrow(board, "s a + t b", tip, { role: "output" });
    readout(stage, {
      "s a + t b": tip,
      "still to go": () => norm(add(TARGET, scale(-1, tip()))),
      "a and b reach": () => (flat() ? (norm(along()) > 0 ? "one line" : "the zero vector alone") : "the whole plane"),
    });
  },
  goal: ({ readout }) => readout["still to go"] < 0.05 && readout["a and b reach"] === "the whole plane",
  claims: [
    { given: { a: [2, 1], b: [4, 2], s: 1, t: 1 }, then: { "s a + t b": [6, 3], "a and b reach": "one line" } },
    { given: { a: [2, 1], b: [1, 3], s: 2, t: 1 }, then: { "s a + t b": [5, 5], "a and b reach": "the whole plane" } },
    { given: { a: [2, 1], b: [1, 3], s: 2.8, t: 0.4 }, then: { "still to go": 0 } },
  ],
  done: "Once a and b no longer share a line, there is exactly one way to the ring.",
};
