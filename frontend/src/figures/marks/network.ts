/** Graphs of nodes and edges: computations, Markov chains, networks. */
import { path, type Board, type Point } from "../board";
import { label } from "../labels";
import type { Role } from "../roles";
import { drawArrow } from "./arrow";

export interface Node {
  at: Point;
  /** The words in it; its name where not given. */
  label?: string | (() => string);
  role?: Role;
}

export interface Edge {
  from: string;
  to: string;
  label?: string | (() => string);
  role?: Role;
  /** Stroke width in pixels, fixed or following something. */
  weight?: number;
}

/** Draw nodes by name and the edges between them; `directed` edges have heads. */
export function graph(on: Board, nodes: Record<string, Node>, edges: readonly Edge[], options: { directed?: boolean; radius?: number } = {}): void {
  const { directed = true, radius = 19 } = options;
  const both = new Set(edges.filter((edge) => edges.some((other) => other.from === edge.to && other.to === edge.from && edge.from !== edge.to)));
  for (const edge of edges) {
    const role = edge.role ?? "guide";
    const width = edge.weight ?? 1.75;
    if (edge.from === edge.to) loop(on, nodes[edge.from]!, edge, radius, role, width);
    else straight(on, nodes[edge.from]!.at, nodes[edge.to]!.at, edge, { radius, role, width, directed, shift: both.has(edge) ? 9 : 0 });
  }
  for (const [name, node] of Object.entries(nodes)) {
    const place = (): Point[] => [node.at, node.at];
    path(on, place, { role: node.role ?? "ink", width: 2 * radius, dash: "none", kind: "spot" });
    path(on, place, { role: "guide", width: 2 * radius - 4, dash: "none", kind: "hole" });
    label(on, node.at, node.label ?? name, { role: node.role ?? "ink" });
  }
}

interface Stroke {
  radius: number;
  role: Role;
  width: number;
  directed: boolean;
  shift: number;
}

function straight(on: Board, a: Point, b: Point, edge: Edge, { radius, role, width, directed, shift }: Stroke): void {
  const end = (from: Point, to: Point, side: number) => (): Point => {
    const [x0, y0] = on.toPixel(from);
    const [x1, y1] = on.toPixel(to);
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
    return on.fromPixel([x0 + ux * (radius + 2) - uy * side, y0 + uy * (radius + 2) + ux * side]);
  };
  const start = end(a, b, shift);
  const stop = end(b, a, -shift);
  if (directed) drawArrow(on, start, stop, role, width);
  else path(on, () => [start(), stop()], { role, width });
  if (edge.label) {
    const away = (): readonly [number, number] => {
      const [x0, y0] = on.toPixel(a);
      const [x1, y1] = on.toPixel(b);
      const length = Math.hypot(x1 - x0, y1 - y0) || 1;
      const out = shift + 13;
      return [(-(y1 - y0) / length) * out, ((x1 - x0) / length) * out];
    };
    label(on, [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2], edge.label, { role, plain: true, size: 13, offset: away });
  }
}

function loop(on: Board, node: Node, edge: Edge, radius: number, role: Role, width: number): void {
  const around = (angle: number): Point => {
    const [x, y] = on.toPixel(node.at);
    return on.fromPixel([x + 15 * Math.cos(angle), y - radius - 11 + 15 * Math.sin(angle)]);
  };
  path(on, () => Array.from({ length: 33 }, (_, i) => around(2.3 + (i / 32) * 4.4)), { role, width, dash: "none" });
  drawArrow(on, () => around(6.1), () => around(7.05), role, width);
  if (edge.label) label(on, node.at, edge.label, { role, plain: true, size: 13, offset: [0, -radius - 37] });
}
