/** The part of JSXGraph that the kit draws with: boards and curves in SVG. The rest of it would only have to be fetched. */
import JXG from "jsxgraph-source/jxg.js";
import "jsxgraph-source/utils/env.js";
import "jsxgraph-source/utils/type.js";
import "jsxgraph-source/utils/event.js";
import "jsxgraph-source/math/math.js";
import "jsxgraph-source/math/numerics.js";
import "jsxgraph-source/math/geometry.js";
import "jsxgraph-source/math/plot.js";
import "jsxgraph-source/base/board.js";
import "jsxgraph-source/options.js";
import "jsxgraph-source/jsxgraph.js";
import "jsxgraph-source/base/element.js";
import "jsxgraph-source/base/coords.js";
import "jsxgraph-source/base/coordselement.js";
import "jsxgraph-source/base/curve.js";
import "jsxgraph-source/utils/color.js";
import "jsxgraph-source/renderer/svg.js";

/** The parts of its boards and elements that the kit relies on. */
export interface Drawing {
  create(type: string, parents: unknown[], attributes: object): Drawn;
  update(): void;
  resizeContainer(width: number, height: number, dontSet?: boolean): void;
  setBoundingBox(box: number[], keepRatio?: boolean): void;
  origin: { scrCoords: number[] };
  unitX: number;
  unitY: number;
  renderer: { svgRoot: SVGSVGElement };
}

export interface Drawn {
  rendNode: SVGElement;
  dataX: number[];
  dataY: number[];
  updateDataArray: () => void;
}

export const JSXGraph = JXG.JSXGraph as { initBoard(id: string, attributes: object): Drawing; freeBoard(drawing: Drawing): void };
