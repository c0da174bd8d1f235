/** Mushrooms that dry: the dry part of the bar never changes, the share of water decides how long the whole bar is. */
import { checklist, plane, polygon, range, readout, segment, slider, text } from "agnesi/figures";

const DRY = 3;

export const drying = {
  alt: "A bar as long as the mushrooms are heavy. Its dry part is always 3 kg long; the rest is water. A slider sets the share of water, and below, the same bar is stretched to 100 percent.",
  draw(stage) {
    const board = plane(stage, { x: [-4, 106], y: [-0.9, 5], equal: false, ratio: 2.6, grid: false, axes: false });
    const water = slider(stage, "water", { min: 60, max: 97, step: 0.5, value: 95, role: "input", show: (n) => `${n} % water` });
    const weight = () => Math.round((DRY / (1 - water() / 100)) * 1e9) / 1e9;
    const bar = (from, to, low, role) => polygon(board, () => [[from(), low], [to(), low], [to(), low + 1], [from(), low + 1]], { role });
    segment(board, [0, 0], [104, 0], { role: "guide" });
    for (const k of range(6)) {
      segment(board, [20 * k, -0.1], [20 * k, 0.1], { role: "guide" });
      text(board, [20 * k, -0.55], `${20 * k}${k === 5 ? " kg" : ""}`);
    }
    bar(() => 0, () => DRY, 0.5, "output");
    bar(() => DRY, weight, 0.5, "input");
    text(board, [1.5, 1.9], "kilograms: the dry part stays 3 kg", { anchor: "start" });
    bar(() => 0, () => 100 - water(), 3, "output");
    bar(() => 100 - water(), () => 100, 3, "input");
    text(board, [1.5, 4.4], "the same, as shares of 100 %", { anchor: "start" });
    readout(stage, { "weight in kg": weight, "dry share in %": () => 100 - water() });
    checklist(stage, {
      "half of the first weight: 30 kg": () => weight() === 30,
      "a quarter of it: 15 kg": () => weight() === 15,
      "12 kg": () => weight() === 12,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { water: 95 }, then: { "weight in kg": 60, "dry share in %": 5 } },
    { given: { water: 90 }, then: { "weight in kg": 30 } },
    { given: { water: 80 }, then: { "weight in kg": 15 } },
    { given: { water: 97 }, then: { "weight in kg": 100 } },
  ],
  done: "Each time the dry share doubles, the weight halves: 3 kg is the fixed part, and the whole follows it.",
};
