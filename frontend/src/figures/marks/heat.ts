/** A matrix as a picture: each entry a square, blue for positive, pink and hatched for negative, the number in it. */
import { element } from "../../dom";
import { matrixInput } from "../controls/fields";
import type { Stage } from "../stage";
import { range, type Matrix } from "../vectors";
import { labelled, shown } from "../words";

export interface HeatOptions {
  rows?: readonly string[];
  columns?: readonly string[];
  /** The value of the strongest colour; the largest entry where not given. */
  strongest?: number;
  /** Write the numbers; by default where there is room. */
  numbers?: boolean;
  digits?: number;
  /** The learner can change the entries, in the fields below. */
  edit?: readonly [number, number];
  label?: string;
}

/** Show a matrix of any shape; what comes back gives its rows. */
export function heat(stage: Stage, name: string, entries: Matrix | (() => Matrix), options: HeatOptions = {}): () => number[][] {
  const first = typeof entries === "function" ? entries() : entries;
  const [height, width] = [first.length, first[0]!.length];
  const { digits = 2, numbers = width <= 12 } = options;
  const input = options.edit ? matrixInput(stage, name, first, options.edit) : null;
  if (input) stage.addInput(input);
  const value = (): number[][] =>
    input ? (input.get() as unknown as number[][]) : (typeof entries === "function" ? entries() : entries).map((row) => [...row]);
  const table = element("table", { class: numbers ? "figure-heat" : "figure-heat figure-heat-bare" },
    element("caption", {}, labelled(options.label ?? name)));
  if (options.columns)
    table.append(element("thead", {}, element("tr", {}, options.rows ? element("td", {}) : null, ...options.columns.map((word) => element("th", { scope: "col" }, labelled(word))))));
  const cells = range(height).map(() => range(width).map(() => element("td", {})));
  const body = element("tbody", {}, ...cells.map((row, i) => element("tr", {}, options.rows ? element("th", { scope: "row" }, labelled(options.rows[i] ?? "")) : null, ...row)));
  table.append(body);
  stage.boards.append(element("div", { class: "figure-sheet" }, table));
  stage.follow(() => {
    const now = value();
    const strongest = options.strongest ?? Math.max(...now.flat().map(Math.abs), 1e-12);
    cells.forEach((row, i) =>
      row.forEach((cell, j) => {
        const entry = now[i]![j]!;
        cell.textContent = numbers ? shown(entry, digits) : "";
        if (!numbers) cell.title = shown(entry, digits);
        cell.style.setProperty("--strength", `${Math.round(Math.min(Math.abs(entry) / strongest, 1) * 72)}%`);
        cell.className = entry < 0 ? "figure-negative" : "";
      }),
    );
  });
  return value;
}
