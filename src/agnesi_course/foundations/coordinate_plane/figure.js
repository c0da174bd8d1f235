/** A line held by its height at 0 and by a second point, among dots that it has to part. */
import { checklist, dots, line, plane, point, readout } from "agnesi/figures";

const HIT = [[1, 4], [2, 6], [4, 7], [6, 9.5]];
const MISS = [[1, 2], [3, 4], [5, 5], [7, 8]];

export const parted = {
  alt: "Four rings and four discs, and a line held by a handle on the upright axis and by a second handle. Moving the handles changes the line's slope and where it starts.",
  draw(stage) {
    const board = plane(stage, { x: [-1.5, 10], y: [-2, 12], names: ["x", "y"], equal: false, ratio: 1.25 });
    dots(board, HIT, { role: "output", hollow: true, size: 10 });
    dots(board, MISS, { role: "input", size: 10 });
    const b = point(board, "b", 5, { drag: true, on: "y", range: [-2, 10], role: "parameter", snap: 0.5, offset: [-22, -14] });
    const q = point(board, "q", [8, 5], { drag: true, role: "parameter", snap: 0.5 });
    const upright = () => Math.abs(q()[0]) < 1e-9;
    const slope = () => (q()[1] - b()) / q()[0];
    const gap = ([x, y]) => y - (slope() * x + b());
    line(board, () => [0, b()], () => (upright() ? [0, b() + 1] : q()), { role: "parameter" });
    const right = () => HIT.filter((p) => gap(p) > 0).length + MISS.filter((p) => gap(p) < 0).length;
    readout(stage, {
      slope: () => (upright() ? "none: the line is upright" : slope()),
      "height at 0": b,
      "on the right side": () => (upright() ? "no above, no below" : right()),
    });
    checklist(stage, {
      "flat, and 6 dots on the right side": () => !upright() && Math.abs(slope()) < 1e-9 && right() === 6,
      "through (0, 0), and at least 6": () => !upright() && Math.abs(b()) < 1e-9 && right() >= 6,
      "all 8": () => !upright() && right() === 8,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { b: 4, q: [3, 11.5] }, then: { slope: 2.5, "height at 0": 4 } },
    { given: { b: 4, q: [5, 4] }, then: { slope: 0 } },
    { given: { b: 2, q: [4, 6] }, then: { slope: 1, "on the right side": 8 } },
    { given: { b: 5, q: [4, 3] }, then: { slope: -0.5 } },
  ],
  done: "A line needs both its numbers: neither a flat one nor one through (0, 0) can part all eight.",
};
