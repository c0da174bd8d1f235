/** The kit that every `figure.js` imports as `agnesi/figures`: one export a piece, each with a heading in docs/figures.md. */
import { mount } from "./mount";

export { checklist, readout } from "./controls/readout";
export { chips } from "./controls/chips";
export { slider } from "./controls/slider";
export { arrow } from "./marks/arrow";
export { bars, histogram } from "./marks/bars";
export { tree, unitSquare } from "./marks/chance";
export { area, curve, parametric } from "./marks/curves";
export { descent } from "./marks/descent";
export { contours, field } from "./marks/fields";
export { heat } from "./marks/heat";
export { circle, dots, line, polygon, segment, text } from "./marks/lines";
export { grid, letterF, matrix } from "./marks/matrix";
export { graph } from "./marks/network";
export { plane } from "./marks/plane";
export { point } from "./marks/point";
export { space, surface } from "./space";
export * from "./vectors";
export { mount };

declare global {
  interface Window {
    agnesiFigure: { mount: typeof mount };
  }
}

window.agnesiFigure = { mount };
