/** Three people on a line and a meeting place: three walks, and the total drawn over all places. */
import { checklist, curve, plane, point, readout, segment, sum } from "agnesi/figures";

export const meeting = {
  alt: "Three people on a number line, at 1, 2 and 9, and a meeting place x. Bars below the line show how far each walks; a curve with corners above it shows the total walk for each place.",
  draw(stage) {
    const board = plane(stage, { x: [-2, 17], y: [-5, 24], equal: false, ratio: 1.8, names: ["place", "total"] });
    const far = point(board, "far", 9, { drag: true, on: "x", range: [4, 16], snap: 1, offset: [0, -16] });
    const people = () => [1, 2, far()];
    const walk = (x) => sum(people().map((p) => Math.abs(x - p)));
    point(board, "", [1, 0], { role: "input" });
    point(board, "", [2, 0], { role: "input" });
    curve(board, walk, { role: "error" });
    const x = point(board, "x", 6, { drag: true, on: walk, role: "output", range: [-2, 17], snap: 0.5, offset: [0, -18] });
    segment(board, () => [x(), 0], () => [x(), walk(x())], { role: "guide", dash: "3 4" });
    people().forEach((_, i) => segment(board, () => [people()[i], -1.2 * (i + 1)], () => [x(), -1.2 * (i + 1)], { role: "input", width: 6 }));
    readout(stage, {
      walks: () => people().map((p) => Math.abs(x() - p)),
      total: () => walk(x()),
    });
    checklist(stage, {
      "far at 9: a total of 8": () => far() === 9 && walk(x()) === 8,
      "far at 16: the smallest total": () => far() === 16 && Math.abs(x() - 2) < 1e-9,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { far: 9, x: 1 }, then: { total: 9 } },
    { given: { far: 9, x: 2 }, then: { total: 8 } },
    { given: { far: 9, x: 4 }, then: { total: 10 } },
    { given: { far: 9, x: 9 }, then: { total: 15 } },
    { given: { far: 16, x: 2 }, then: { total: 15 } },
  ],
  done: "The lowest corner stands over the person in the middle, however far the last one moves.",
};
