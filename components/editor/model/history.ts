import type { Graph } from "../../../codegen/schema/graph.ts";
import type { EditInfo } from "./edit-info.ts";
import type { Selection } from "./selection.ts";

interface Moment {
  readonly graph: Graph;
  readonly selection: Selection;
}

interface Step extends Moment {
  readonly label: string;
}

/** How long after an edit of a group another one still joins it, in milliseconds. */
const GROUP_MS = 1_000;
/** Steps kept; graphs share what did not change, so that a step costs what it changed. */
const DEPTH = 500;

/** What undo takes back and redo brings back. */
export class History {
  #past: Step[] = [];
  #future: Step[] = [];
  #open: { group: string; at: number } | undefined;

  get undoLabel(): string | undefined {
    return this.#past.at(-1)?.label;
  }

  get redoLabel(): string | undefined {
    return this.#future.at(-1)?.label;
  }

  /** Remembers what was before an edit at `now` milliseconds. */
  push(before: Moment, { label, group }: EditInfo, now: number): void {
    const joins = group !== undefined && this.#open?.group === group && now - this.#open.at < GROUP_MS && this.#future.length === 0;
    this.#open = group === undefined ? undefined : { group, at: now };
    if (!joins) this.#past = [...this.#past, { graph: before.graph, selection: before.selection, label }].slice(-DEPTH);
    this.#future = [];
  }

  endGroup(): void {
    this.#open = undefined;
  }

  undo(now: Moment): Moment | undefined {
    return this.#move(this.#past, this.#future, now);
  }

  redo(now: Moment): Moment | undefined {
    return this.#move(this.#future, this.#past, now);
  }

  #move(from: Step[], to: Step[], now: Moment): Moment | undefined {
    this.#open = undefined;
    const step = from.pop();
    if (step) to.push({ graph: now.graph, selection: now.selection, label: step.label });
    return step;
  }
}
