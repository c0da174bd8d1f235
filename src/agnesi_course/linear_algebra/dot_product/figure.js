/** A song b against a fixed taste: its score, and, at a few scores, the line of all songs that score the same. */
import { add, arrow, checklist, dot, plane, readout, scale, segment } from "agnesi/figures";

const TASTE = [3, 1];
const ALONG = [-1, 3];

export const score = {
  alt: "An arrow for the taste (3, 1) and an arrow for a song b, which can be dragged. Below stands its score, and four songs to find.",
  draw(stage) {
    const board = plane(stage, { x: [-5, 5], y: [-4, 4], names: ["loud", "sad"] });
    arrow(board, "taste", TASTE, { role: "parameter" });
    const b = arrow(board, "b", [2, 2], { drag: true });
    const scored = () => dot(TASTE, b());
    const reach = () => (scored() % 5 === 0 ? 5 : 0);
    const end = (way) => () => add(b(), scale(way * reach(), ALONG));
    segment(board, end(-1), end(1), { role: "guide", width: 2 });
    readout(stage, { "taste · b": scored });
    checklist(stage, {
      "score 5, the song above the axis": () => scored() === 5 && b()[1] > 0,
      "score 5, the song below the axis": () => scored() === 5 && b()[1] < 0,
      "score 0, the song not (0, 0)": () => scored() === 0 && b().some((entry) => entry !== 0),
      "score -5": () => scored() === -5,
    });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { b: [1, 2] }, then: { "taste · b": 5 } },
    { given: { b: [2, -1] }, then: { "taste · b": 5 } },
    { given: { b: [1, -3] }, then: { "taste · b": 0 } },
    { given: { b: [-2, 1] }, then: { "taste · b": -5 } },
  ],
  done: "Each score has a line of its own, and all these lines are parallel.",
};
