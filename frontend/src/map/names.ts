/** Which places are named at a zoom: greater ones first, each only where its name finds room. */
import type { Core, NodeSingular } from "cytoscape";
import type { Atlas } from "./data";
import { lines, nameSize, nameStrength } from "./ground";

type Box = [number, number, number, number];

export class Names {
  private steps = new Map<number, Set<string>>();

  constructor(
    private readonly map: Core,
    private readonly atlas: Atlas,
  ) {}

  /** Name what has room now; on a lit path its places come first. */
  update(lit: Set<string> | null): void {
    const step = Math.round(Math.log2(this.map.zoom()) * 3);
    if (lit) this.steps.clear();
    let named = lit ? null : (this.steps.get(step) ?? null);
    if (!named) {
      named = this.placed(2 ** (step / 3), lit);
      if (!lit) this.steps.set(step, named);
    }
    const chosen = named;
    this.map.batch(() => this.map.nodes().forEach((node) => void node.toggleClass("named", chosen.has(node.id()))));
  }

  private placed(zoom: number, lit: Set<string> | null): Set<string> {
    const named = new Set<string>();
    const taken: Box[] = lit || nameStrength(zoom) < 0.5 ? [] : this.atlas.countries.map((country) => countryBox(country, zoom));
    const rank = (node: NodeSingular): number => (lit?.has(node.id()) ? 0 : (node.data("rank") as number));
    const nodes = this.map.nodes().toArray().sort((a, b) => rank(a as NodeSingular) - rank(b as NodeSingular)) as NodeSingular[];
    for (const node of nodes) {
      if (lit && !lit.has(node.id())) continue;
      const letters = (node.data("letters") as number) * zoom;
      if (letters < 8.5) continue;
      if (!lit && rank(node) > (zoom < 1.05 ? 1 : zoom < 1.45 ? 2 : 3)) continue;
      const { x, y } = node.position();
      const box = room(x * zoom, y * zoom, node.data("title") as string, letters, (node.data("room") as number) * zoom, (node.data("size") as number) * zoom);
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
      taken.push(box);
      named.add(node.id());
    }
    return named;
  }
}

function countryBox({ area, name, at }: Atlas["countries"][number], zoom: number): Box {
  const size = nameSize(area, zoom);
  const words = lines(name);
  const half = (Math.max(...words.map((word) => word.length)) * size * 0.58) / 2;
  const [x, y] = [at[0] * zoom, at[1] * zoom];
  const tall = words.length * size * 0.56;
  return [x - half, y - tall, x + half, y + tall];
}

/** The rectangle of a name under its place. */
function room(x: number, y: number, title: string, letters: number, widest: number, size: number): Box {
  const whole = title.length * letters * 0.53;
  const lines = Math.ceil(whole / widest);
  const width = Math.min(whole, widest);
  return [x - width / 2 - 2, y - size / 2, x + width / 2 + 2, y + size / 2 + 4 + lines * letters * 1.15];
}
