/** Two numbers a < b and their multiples: for a negative factor the threads between the two lines cross. */
import { checklist, plane, point, range, readout, segment, slider, text } from "agnesi/figures";

const LOW = -2;

export const mirror = {
  alt: "Two marks a and b on a number line, and below them, on a second line, c times a and c times b, each joined to its mark by a thread. A slider changes c.",
  draw(stage) {
    const board = plane(stage, { x: [-13, 13], y: [-3.2, 1.4], equal: false, grid: false, axes: false, numbers: false, ratio: 3.2 });
    const c = slider(stage, "c", { min: -3, max: 3, step: 0.5, value: 2, role: "parameter", show: (n) => `times ${n}` });
    for (const height of [0, LOW]) {
      segment(board, [-13, height], [13, height], { role: "guide", width: 1 });
      for (const tick of range(5)) text(board, [5 * tick - 10, height], `${5 * tick - 10}`, { offset: [0, height ? 18 : -18], size: 12 });
    }
    segment(board, [0, 0], [0, LOW], { role: "guide", width: 1, dash: "2 4" });
    const a = point(board, "a", 1, { drag: true, on: "x", range: [-4, 4], snap: 0.5, offset: [0, 20] });
    const b = point(board, "b", 4, { drag: true, on: "x", range: [-4, 4], snap: 0.5, offset: [0, 20] });
    segment(board, () => [a(), 0], () => [c() * a(), LOW], { role: "guide", width: 2 });
    segment(board, () => [b(), 0], () => [c() * b(), LOW], { role: "guide", width: 2 });
    point(board, "ca", () => [c() * a(), LOW], { role: "output", offset: [0, -18] });
    point(board, "cb", () => [c() * b(), LOW], { role: "output", offset: [0, -18] });
    readout(stage, {
      ca: () => c() * a(),
      cb: () => c() * b(),
      order: () => (a() < b() ? "a < b" : a() > b() ? "a > b" : "a = b"),
      "order below": () => (c() * a() < c() * b() ? "ca < cb" : c() * a() > c() * b() ? "ca > cb" : "ca = cb"),
    });
    checklist(stage, {
      "a < b, and both have the same image": () => a() < b() && c() * a() === c() * b(),
      "a < b, and ca is larger than cb by exactly 6": () => a() < b() && c() * a() - c() * b() === 6,
      "a < b, both negative, both images positive": () => a() < b() && b() < 0 && c() < 0,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { a: 1, b: 4, c: 2 }, then: { ca: 2, cb: 8, "order below": "ca < cb" } },
    { given: { a: 1, b: 4, c: 0 }, then: { ca: 0, cb: 0, "order below": "ca = cb" } },
    { given: { a: 1, b: 4, c: -2 }, then: { ca: -2, cb: -8, "order below": "ca > cb" } },
    { given: { a: -3, b: -1, c: -1 }, then: { ca: 3, cb: 1 } },
  ],
  done: "Left and right change places at the moment when the factor passes 0.",
};
