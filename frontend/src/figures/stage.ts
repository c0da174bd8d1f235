/** The stage of one figure: its boards, its inputs, its readout and tasks, and the one function that brings all of them up to date. */
import { element } from "../dom";
import { rounded, type Value } from "./words";

export type Kind = "number" | "vector" | "matrix" | "choice" | "order";

/** Something a learner can change: a draggable, a slider, chips. Each has a name and a labelled field. */
export interface Input {
  readonly name: string;
  readonly kind: Kind;
  readonly field: HTMLElement;
  readonly first: Value;
  readonly bounds: { min?: Value; max?: Value; step?: number; size?: number | [number, number]; options?: readonly string[] };
  get(): Value;
  /** Takes a value of its kind, moves it to the nearest allowed one; the stage is told by the caller. */
  set(value: Value): void;
  /** Shows the present value in the field. */
  refresh(): void;
}

/** What `goal` is asked with. */
export interface State {
  values: Record<string, Value>;
  readout: Record<string, Value>;
  tasks: Record<string, boolean>;
}

export class Stage {
  readonly root = element("div", { class: "figure-work" });
  readonly boards = element("div", { class: "figure-boards" });
  readonly below = element("div", { class: "figure-below" });
  readonly controls = element("div", { class: "figure-controls" });
  readonly inputs = new Map<string, Input>();
  readonly lines = new Map<string, () => Value>();
  readonly tasks = new Map<string, { holds: () => boolean; done: boolean }>();
  readonly faults = new Set<string>();
  private readonly preparations: (() => void)[] = [];
  private readonly followers: (() => void)[] = [];
  private readonly listeners: (() => void)[] = [];
  private readonly endings: (() => void)[] = [];

  constructor(parent: HTMLElement) {
    this.root.append(this.boards, this.below, this.controls);
    parent.append(this.root);
  }

  /** Take in an input; its field is shown below the boards. */
  addInput(input: Input): void {
    if (this.inputs.has(input.name)) throw new Error(`two inputs of this figure are called "${input.name}"`);
    this.inputs.set(input.name, input);
    this.controls.append(input.field);
  }

  /** `prepare` runs at every change, before anything is drawn. */
  before(prepare: () => void): void {
    this.preparations.push(prepare);
  }

  /** `follow` runs at every change: boards redraw, readouts are rewritten. */
  follow(follow: () => void): void {
    this.followers.push(follow);
  }

  /** `listen` runs after everything is up to date. */
  listen(listen: () => void): void {
    this.listeners.push(listen);
  }

  /** `end` runs when the figure leaves the page. */
  atEnd(end: () => void): void {
    this.endings.push(end);
  }

  /** Bring boards, fields, readout and tasks up to date with the inputs. */
  changed(): void {
    for (const input of this.inputs.values()) input.refresh();
    for (const task of this.tasks.values()) task.done ||= this.guarded("a task", task.holds) === true;
    for (const prepare of this.preparations) this.guarded("a piece", prepare);
    for (const follow of this.followers) this.guarded("a piece", follow);
    for (const listen of this.listeners) listen();
  }

  /** Inputs, readout and tasks as they are now, rounded to nine decimals. */
  state(): State {
    const values = [...this.inputs].map(([name, input]) => [name, rounded(input.get())] as const);
    const tasks = [...this.tasks].map(([label, task]) => [label, task.done] as const);
    return { values: Object.fromEntries(values), readout: this.readout(), tasks: Object.fromEntries(tasks) };
  }

  readout(): Record<string, Value> {
    const read = ([label, value]: [string, () => Value]): [string, Value] => {
      const now = this.guarded(`the readout "${label}"`, value);
      if (now === undefined) return [label, "undefined"];
      if ([now].flat(2).some((part) => Number.isNaN(part))) this.faults.add(`the readout "${label}" is not a number`);
      return [label, rounded(now)];
    };
    return Object.fromEntries([...this.lines].map(read));
  }

  end(): void {
    for (const end of this.endings) end();
    this.root.remove();
  }

  private guarded<Result>(what: string, run: () => Result): Result | undefined {
    try {
      return run();
    } catch (error) {
      this.faults.add(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }
}
