/** What `/map.json` holds, and what follows from it: who leads to whom, and the path to a goal. */

export type State = "known" | "learned" | "fading" | "ready" | "ahead" | "planned";

export interface Concept {
  id: string;
  title: string;
  area: string;
  level: number;
  /** Its place, y downwards, in the units of `size`. */
  x: number;
  y: number;
  /** 1 is named first, 3 last. */
  rank: number;
  state: State;
  written: boolean;
  prerequisites: string[];
  outcomes?: string[];
  ml?: string;
}

export interface Goal {
  id: string;
  title: string;
  concepts: string[];
}

export interface Country {
  area: string;
  name: string;
  at: [number, number];
  outline: [number, number][][];
}

export interface Atlas {
  size: [number, number];
  countries: Country[];
  concepts: Concept[];
  goals: Goal[];
}

/** The words for a state, as the panel and the key say them. */
export const stateWords: Record<State, string> = {
  known: "You know it",
  learned: "Learned, settling in",
  fading: "Fading: due for review",
  ready: "Ready to learn",
  ahead: "Ahead: something comes before it",
  planned: "Planned: not written yet",
};

/** Which CSS variable a country is painted with: an area takes the colour of the country it belongs to. */
export const areaColour: Record<string, string> = {
  foundations: "--guide",
  "linear-algebra": "--input",
  calculus: "--output",
  "multivariable-calculus": "--output",
  optimization: "--output",
  probability: "--probability",
  statistics: "--probability",
  "information-theory": "--probability",
  "machine-learning": "--parameter",
};

export class Roads {
  readonly byId: Map<string, Concept>;
  private readonly opens = new Map<string, string[]>();

  constructor(readonly atlas: Atlas) {
    this.byId = new Map(atlas.concepts.map((concept) => [concept.id, concept]));
    for (const concept of atlas.concepts)
      for (const before of concept.prerequisites) this.opens.set(before, [...(this.opens.get(before) ?? []), concept.id]);
  }

  /** The concepts that have `id` as a prerequisite. */
  opened(id: string): Concept[] {
    return (this.opens.get(id) ?? []).map((each) => this.byId.get(each)!).filter(Boolean);
  }

  /** `ids` and everything they rest on. */
  path(ids: readonly string[]): Set<string> {
    const all = new Set<string>();
    const visit = (id: string): void => {
      if (all.has(id) || !this.byId.has(id)) return;
      all.add(id);
      this.byId.get(id)!.prerequisites.forEach(visit);
    };
    ids.forEach(visit);
    return all;
  }

  /** One sentence: why a concept lies on the path to a goal. */
  why(id: string, goal: Goal, path: Set<string>): string {
    if (goal.concepts.includes(id)) return `It is part of the goal itself: ${goal.title}.`;
    const next = this.opened(id).filter((concept) => path.has(concept.id));
    if (!path.has(id) || next.length === 0) return "It is not on the path to this goal.";
    return `On the path because ${list(next.slice(0, 3).map((concept) => concept.title))} rest${next.length === 1 ? "s" : ""} on it.`;
  }
}

/** `a, b and c`. */
export function list(words: string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
