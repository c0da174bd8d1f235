/** The six roles of colour and stroke that mean the same in every figure, formula and map of the course. */

export type Role = "input" | "output" | "parameter" | "error" | "probability" | "guide" | "ink";

/** The CSS variable of a role: themes switch under a figure without a redraw. */
export const colour = (role: Role): string => `var(--${role})`;

/** How a line of each role is drawn: width in pixels, and dashes. */
export const strokes: Record<Role, { width: number; dash: string }> = {
  input: { width: 2.5, dash: "" },
  output: { width: 3.25, dash: "" },
  parameter: { width: 2.5, dash: "9 5" },
  error: { width: 2.5, dash: "1 5" },
  probability: { width: 2, dash: "" },
  guide: { width: 1.25, dash: "" },
  ink: { width: 1.75, dash: "" },
};

/** How strongly an area of a role is filled. */
export const wash = 0.18;
