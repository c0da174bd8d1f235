/** The land under the places: coasts, a line of shallow water, and the names of the countries, drawn on a canvas that moves with the map. */
import type { Core } from "cytoscape";
import { areaColour, type Atlas, type Country } from "./data";

interface Land {
  country: Country;
  path: Path2D;
}

export class Ground {
  private readonly canvas = document.createElement("canvas");
  private readonly lands: Land[];
  private colours: Record<string, string> = {};
  private asked = 0;

  constructor(
    frame: HTMLElement,
    private readonly map: Core,
    atlas: Atlas,
  ) {
    this.canvas.className = "map-ground";
    this.canvas.setAttribute("aria-hidden", "true");
    frame.prepend(this.canvas);
    this.lands = atlas.countries.map((country) => ({ country, path: coast(country) }));
    map.on("viewport resize", () => this.redraw());
  }

  paint(colours: Record<string, string>): void {
    this.colours = colours;
    this.redraw();
  }

  private redraw(): void {
    this.asked ||= requestAnimationFrame(() => {
      this.asked = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { canvas, map } = this;
    const dense = Math.min(window.devicePixelRatio || 1, 2);
    const [width, height] = [map.width(), map.height()];
    if (canvas.width !== Math.round(width * dense) || canvas.height !== Math.round(height * dense)) {
      canvas.width = Math.round(width * dense);
      canvas.height = Math.round(height * dense);
    }
    const pen = canvas.getContext("2d")!;
    const zoom = map.zoom();
    const { x, y } = map.pan();
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.setTransform(dense * zoom, 0, 0, dense * zoom, dense * x, dense * y);
    for (const { country, path } of this.lands) {
      const colour = this.colours[areaColour[country.area] ?? "--guide"] ?? "#888";
      pen.fillStyle = colour;
      pen.strokeStyle = colour;
      pen.lineJoin = "round";
      pen.globalAlpha = 0.07;
      pen.lineWidth = 16;
      pen.stroke(path);
      pen.globalAlpha = 1;
      pen.fillStyle = this.colours["--surface"] ?? "#fff";
      pen.fill(path);
      pen.fillStyle = colour;
      pen.globalAlpha = 0.13;
      pen.fill(path);
      pen.globalAlpha = 0.55;
      pen.lineWidth = 1.4;
      pen.stroke(path);
    }
    this.names(pen, zoom, dense);
  }

  private names(pen: CanvasRenderingContext2D, zoom: number, dense: number): void {
    const fade = nameStrength(zoom) * (this.map.edges(".lit").nonempty() ? 0.45 : 1);
    const { x, y } = this.map.pan();
    pen.setTransform(dense, 0, 0, dense, 0, 0);
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    for (const { country } of this.lands) {
      const size = nameSize(country.area, zoom);
      pen.font = `italic 600 ${size}px Literata, Georgia, serif`;
      pen.letterSpacing = `${(size * 0.06).toFixed(1)}px`;
      pen.globalAlpha = fade;
      pen.fillStyle = this.colours[areaColour[country.area] ?? "--guide"] ?? "#888";
      pen.strokeStyle = this.colours["--surface"] ?? "#fff";
      pen.lineWidth = size / 7;
      const words = lines(country.name);
      const [cx, cy] = [country.at[0] * zoom + x, country.at[1] * zoom + y];
      words.forEach((word, i) => {
        const at = cy + (i - (words.length - 1) / 2) * size * 1.08;
        pen.strokeText(word, cx, at);
        pen.fillText(word, cx, at);
      });
    }
    pen.letterSpacing = "0px";
    pen.globalAlpha = 1;
  }
}

/** A name in one line, or two of about the same length. */
export function lines(name: string): string[] {
  const spaces = [...name].flatMap((letter, i) => (letter === " " ? [i] : []));
  if (name.length < 12 || spaces.length === 0) return [name];
  const cut = spaces.reduce((best, at) => (Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2) ? at : best));
  return [name.slice(0, cut), name.slice(cut + 1)];
}

/** The size of a country's name in pixels. */
export function nameSize(area: string, zoom: number): number {
  const large = ["foundations", "linear-algebra", "probability", "machine-learning"].includes(area);
  return Math.min((large ? 46 : 33) * Math.max(zoom, 0.33), 64);
}

/** How strongly the names of countries are drawn: from close by, the towns speak. */
export const nameStrength = (zoom: number): number => Math.min(Math.max(1.75 - zoom, 0.14), 0.95);

/** A coast as a path in the map's own coordinates. */
function coast(country: Country): Path2D {
  const path = new Path2D();
  for (const ring of country.outline) {
    ring.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
    path.closePath();
  }
  return path;
}
