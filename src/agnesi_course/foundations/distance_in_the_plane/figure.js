/** A rope between two pegs 100 m apart, lifted at its middle: the half rope is the long side of a right triangle. */
import { checklist, plane, point, readout, segment, slider } from "agnesi/figures";

const HALF = 50;
const reach = (slack) => Math.sqrt((HALF + slack / 2) ** 2 - HALF ** 2);

export const lifted = {
  alt: "Two pegs 100 m apart and a rope between them, lifted at its middle as high as it goes. A slider changes how much longer the rope is than 100 m; a second handle sets the height of something that is to pass below.",
  draw(stage) {
    const board = plane(stage, { x: [-55, 55], y: [-3, 18], names: ["m", "m"], equal: false, ratio: 2.2 });
    const slack = slider(stage, "slack", { min: 0, max: 4, step: 0.01, value: 0.5, role: "parameter", show: (n) => `the rope has ${(100 + n).toFixed(2)} m` });
    const guest = point(board, "guest", 8, { drag: true, on: "y", range: [0, 17], role: "input", snap: 0.5, offset: [26, 0] });
    const height = () => reach(slack());
    segment(board, [-HALF, 0], () => [0, height()], { role: "parameter", width: 3 });
    segment(board, [HALF, 0], () => [0, height()], { role: "parameter", width: 3 });
    segment(board, [0, 0], () => [0, height()], { role: "guide", dash: "3 4" });
    point(board, "top", () => [0, height()], { role: "output", offset: [-22, -10] });
    readout(stage, { height, "half rope": () => HALF + slack() / 2, room: () => height() - guest() });
    const fits = (tall) => () => guest() === tall && height() >= tall && reach(Math.max(0, slack() - 0.02)) < tall;
    checklist(stage, {
      "a child of 1 m, with at most 1 cm too much rope": () => guest() === 1 && height() >= 1 && slack() < 0.035,
      "a bus of 4 m, with at most 1 cm too much": fits(4),
      "a house of 10 m, with at most 1 cm too much": fits(10),
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { slack: 2 }, then: { height: 10.049875621 } },
    { given: { slack: 0.02 }, then: { height: 1.000049999 } },
    { given: { slack: 4 }, then: { height: 14.282856857 } },
    { given: { slack: 0 }, then: { height: 0 } },
  ],
  done: "Two centimetres lift the rope over a child, 32 over a bus, two metres over a house.",
};
