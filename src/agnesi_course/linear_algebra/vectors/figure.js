/** A walk of three steps, laid tip to tail in an order that can be changed: where does it end? */
import { add, arrow, checklist, chips, dots, norm, plane, readout } from "agnesi/figures";

const ORDERS = { "1 2 3": [0, 1, 2], "2 1 3": [1, 0, 2], "3 2 1": [2, 1, 0], "2 3 1": [1, 2, 0] };

export const walk = {
  alt: "Three steps laid tip to tail from home. The third can be changed, and the order chosen. A ring marks where the walk ends.",
  draw(stage) {
    const board = plane(stage, { x: [-7, 10], y: [-8, 9] });
    const order = chips(stage, "order", Object.keys(ORDERS), { value: "1 2 3" });
    const first = () => [6, 3];
    const second = () => [-2, 4];
    const third = arrow(board, "third step", [-1, -3], { drag: true, role: "parameter", snap: 1, firm: true });
    const steps = () => ORDERS[order()].map((i) => [first, second, third][i]());
    const after = (k) => steps().slice(0, k).reduce(add, [0, 0]);
    for (const k of [0, 1, 2]) arrow(board, ["i", "ii", "iii"][k], () => steps()[k], { from: () => after(k), role: k === 2 ? "output" : "input" });
    const end = () => after(3);
    dots(board, () => [end()], { role: "error", hollow: true, size: 8 });
    readout(stage, { "ends at": end, "third step": third });
    const home = () => norm(end()) < 1e-9;
    checklist(stage, { "home, in the order 1 2 3": () => home() && order() === "1 2 3", "home, in another order": () => home() && order() !== "1 2 3" });
  },
  goal: ({ tasks }) => Object.values(tasks).every(Boolean),
  claims: [
    { given: { "third step": [-4, -7], order: "1 2 3" }, then: { "ends at": [0, 0] } },
    { given: { "third step": [-4, -7], order: "3 2 1" }, then: { "ends at": [0, 0] } },
    { given: { "third step": [-4, -7], order: "2 3 1" }, then: { "ends at": [0, 0] } },
    { given: { "third step": [1, 1], order: "2 1 3" }, then: { "ends at": [5, 8] } },
  ],
  done: "The sum does not know in which order you added.",
};
