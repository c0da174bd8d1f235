/** Uploads as a unit square: how common each side is, how often it is flagged, and what the flagged part is made of. */
import { bars, plane, readout, unitSquare } from "agnesi/figures";

export const piles = {
  alt: "A unit square cut upright at the base rate. Each side is filled up to how often it is flagged. Below, the flagged part alone, divided between copies and originals.",
  draw(stage) {
    const areas = unitSquare(stage, {
      first: ["base rate", 0.004],
      second: ["flagged, of copies", 0.96],
      other: ["flagged, of originals", 0.04],
      areas: ["copy, flagged", "copy, not flagged", "original, flagged", "original, not flagged"],
      mark: [0, 2],
    });
    const flagged = () => areas()[0] + areas()[2];
    const posterior = () => (flagged() > 0 ? areas()[0] / flagged() : 0);
    const board = plane(stage, { x: [0.3, 2.7], y: [-0.14, 1.12], equal: false, ratio: 3.2, axes: false, grid: false });
    bars(board, "shares", () => (flagged() > 0 ? [posterior(), 1 - posterior()] : [0, 0]), { at: [1, 2], labels: ["flagged: copies", "flagged: originals"] });
    readout(stage, {
      "P(flagged)": flagged,
      "P(copy | flagged)": () => (flagged() > 0 ? posterior() : "nothing is flagged"),
    }, { digits: 4 });
  },
  goal: ({ readout, values }) =>
    Math.abs(readout["P(copy | flagged)"] - 0.5) < 0.02 && values["flagged, of copies"] === 0.96 && values["flagged, of originals"] === 0.04,
  claims: [
    { given: { "base rate": 0.04 }, then: { "P(copy | flagged)": 0.5 } },
    { given: { "base rate": 0.2, "flagged, of copies": 0.5, "flagged, of originals": 0.125 }, then: { "P(copy | flagged)": 0.5 } },
    { given: { "base rate": 0.3, "flagged, of copies": 0.4, "flagged, of originals": 0.4 }, then: { "P(copy | flagged)": 0.3 } },
  ],
  done: "Ten times as many copies, and the flag is right every second time. Lifting the copies' roof from 0.96 to 1 would have multiplied the odds by 1.04.",
};
