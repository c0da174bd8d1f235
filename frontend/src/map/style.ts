/** How places and roads look: the state of a concept is told by fill and outline, its country by colour. */
import type { StylesheetJson } from "cytoscape";
import { areaColour } from "./data";

/** The page's colours at this moment. */
export function palette(): Record<string, string> {
  const style = getComputedStyle(document.documentElement);
  const names = ["--paper", "--surface", "--ink", "--muted", "--line", "--input", "--output", "--parameter", "--error", "--probability", "--guide"];
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name).trim() || "#888"]));
}

export function styles(colours: Record<string, string>): StylesheetJson {
  const paper = colours["--surface"]!;
  const area = (name: string): string => colours[areaColour[name] ?? "--guide"]!;
  const byArea = Object.keys(areaColour).flatMap((name) => {
    const colour = area(name);
    const of = (state: string): string => `node[area = "${name}"][state = "${state}"]`;
    return [
      { selector: `node[area = "${name}"]`, style: { "border-color": colour, "background-color": paper } },
      { selector: of("known"), style: { "background-color": colour } },
      { selector: of("learned"), style: { "background-fill": "radial-gradient", "background-gradient-stop-colors": [colour, colour, paper, paper], "background-gradient-stop-positions": [0, 44, 46, 100] } },
      { selector: of("fading"), style: { "background-fill": "linear-gradient", "background-gradient-direction": "to-right", "background-gradient-stop-colors": [colour, colour, paper, paper], "background-gradient-stop-positions": [0, 50, 50, 100] } },
      { selector: `edge[area = "${name}"]`, style: { "line-color": colour } },
    ];
  });
  return [
    {
      selector: "node",
      style: {
        width: "data(size)", height: "data(size)", "border-width": 2, "background-opacity": 1, "overlay-opacity": 0,
        label: "", "text-valign": "bottom", "text-margin-y": 3, "font-family": "Literata, Georgia, serif", "font-size": "data(letters)", color: colours["--ink"]!,
        "text-wrap": "wrap", "text-max-width": "data(room)", "text-outline-color": paper, "text-outline-width": 2.5, "text-outline-opacity": 1, "line-height": 1.1, "min-zoomed-font-size": 5,
      },
    },
    { selector: "edge", style: { width: 0.8, "curve-style": "haystack", "haystack-radius": 0, opacity: 0.32, "overlay-opacity": 0, events: "no" } },
    { selector: "edge.abroad", style: { opacity: 0.07 } },
    ...byArea,
    { selector: 'node[state = "ready"]', style: { "border-width": 4 } },
    { selector: 'node[state = "ahead"]', style: { "border-width": 1.4 } },
    { selector: 'node[state = "planned"]', style: { "border-width": 1.4, "border-style": "dotted", "background-opacity": 0.6 } },
    { selector: "node.named", style: { label: "data(title)", "z-index": 10 } },
    { selector: ".dim", style: { opacity: 0.16 } },
    { selector: "edge.dim", style: { opacity: 0.02 } },
    { selector: "edge.lit", style: { opacity: 0.85, width: 2 } },
    { selector: "node.goal", style: { "outline-width": 3, "outline-color": colours["--ink"]!, "outline-offset": 3 } },
    { selector: "node.chosen", style: { "outline-width": 3, "outline-color": colours["--ink"]!, "outline-offset": 4, label: "data(title)", "font-weight": "bold", "font-size": 13, "text-max-width": "120px", "z-index": 20 } },
    { selector: "edge.before, edge.after", style: { opacity: 0.95, width: 2.4 } },
    { selector: "edge.after", style: { "line-style": "dashed", "line-dash-pattern": [7, 4] } },
    { selector: "node.near", style: { label: "data(title)", opacity: 1, "z-index": 12 } },
  ] as unknown as StylesheetJson;
}
