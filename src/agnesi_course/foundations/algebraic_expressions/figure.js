/** A square of side a + b, cut in both directions: two squares, and two strips that the wrong rule forgets. */
import { checklist, plane, point, polygon, readout, slider, text } from "agnesi/figures";

export const strips = {
  alt: "A square cut once upright and once level at the same place. It falls into a square of side a, a square of side b and two equal strips a by b. The cut and the side can be changed.",
  draw(stage) {
    const board = plane(stage, { x: [-1, 11], y: [-1.2, 10.6], grid: false, width: 460 });
    const side = slider(stage, "side", { min: 4, max: 10, step: 1, value: 8, role: "parameter" });
    const cut = point(board, "a", 5, { drag: true, on: "x", range: [0, 10], snap: 0.5, firm: true, role: "input", offset: [0, 22] });
    const a = () => Math.min(cut(), side());
    const b = () => Math.round((side() - a()) * 1e9) / 1e9;
    const box = (x, y, width, height, role) => polygon(board, () => [[x(), y()], [x() + width(), y()], [x() + width(), y() + height()], [x(), y() + height()]], { role });
    const zero = () => 0;
    box(zero, zero, a, a, "input");
    box(a, a, b, b, "input");
    box(a, zero, b, a, "error");
    box(zero, a, a, b, "error");
    const named = (place, words, wide) => text(board, place, () => (wide() > 0.9 ? words : ""));
    named(() => [a() / 2, a() / 2], "a²", a);
    named(() => [a() + b() / 2, a() + b() / 2], "b²", b);
    named(() => [a() + b() / 2, a() / 2], "ab", () => Math.min(a(), b()));
    named(() => [a() / 2, a() + b() / 2], "ab", () => Math.min(a(), b()));
    readout(stage, {
      "a, b": () => [a(), b()],
      "(a + b)²": () => side() ** 2,
      "a² + b²": () => a() ** 2 + b() ** 2,
      "both strips": () => 2 * a() * b(),
    });
    checklist(stage, {
      "strips of 20 on side 7": () => side() === 7 && 2 * a() * b() === 20,
      "strips of 0": () => 2 * a() * b() === 0,
      "strips as large as the two squares": () => a() > 0 && a() === b(),
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { side: 8, a: 7 }, then: { "(a + b)²": 64, "a² + b²": 50, "both strips": 14 } },
    { given: { side: 7, a: 3 }, then: { "both strips": 24 } },
    { given: { side: 7, a: 5 }, then: { "both strips": 20 } },
    { given: { side: 7, a: 7 }, then: { "both strips": 0 } },
    { given: { side: 10, a: 5 }, then: { "both strips": 50, "a² + b²": 50 } },
  ],
  done: "The strips vanish only where a or b is 0, and at best they cover half: there a = b.",
};
