/** Piles of sand on a seesaw: value times probability, added, is where it balances. */
import { bars, plane, polygon, readout, segment, sum } from "agnesi/figures";

const VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const SAND = [0.9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.1];

export const seesaw = {
  alt: "A beam with places 0 to 10 and a pile of sand on each; the heights can be pulled and always add up to 1. A triangle under the beam marks where it balances.",
  draw(stage) {
    const board = plane(stage, { x: [-0.9, 10.9], y: [-0.24, 1.05], equal: false, axes: false, grid: false });
    const p = bars(board, "p", SAND, { drag: true, share: true, at: VALUES, labels: VALUES.map(String), role: "probability" });
    const balance = () => sum(p().map((share, i) => share * VALUES[i]));
    segment(board, [-0.6, 0], [10.6, 0], { role: "ink" });
    polygon(board, () => [[balance(), 0], [balance() - 0.3, -0.16], [balance() + 0.3, -0.16]], { role: "output" });
    readout(stage, {
      "balances at": balance,
      "sand on 3": () => p()[3],
      "piles of different height": () => new Set(p().filter((share) => share > 0.01).map((share) => share.toFixed(2))).size,
    });
  },
  goal: ({ readout }) => Math.abs(readout["balances at"] - 3) < 0.05 && readout["sand on 3"] < 0.005 && readout["piles of different height"] >= 3,
  claims: [
    { given: { p: [0.9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.1] }, then: { "balances at": 1 } },
    { given: { p: [0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.5, 0] }, then: { "balances at": 5 } },
    { given: { p: [0.5, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0] }, then: { "balances at": 3, "sand on 3": 0 } },
  ],
  done: "It balances at 3, and 3 itself never happens.",
};
