/** How soon after the last one a keystroke still belongs to the same step, in milliseconds. */
const JOIN_MS = 700;
/** Steps kept of what was typed since the text was last in step. */
const DEPTH = 200;

/** What undo takes back of a text within the stretch in which nothing else knows of it: whole texts, by bursts of typing. */
export class TextSteps {
  #past: string[] = [];
  #future: string[] = [];
  #present: string | undefined;
  #at = -Infinity;

  /** The text as it is after a change at `now` milliseconds. */
  push(text: string, now: number): void {
    if (text === this.#present) return;
    const joins = now - this.#at < JOIN_MS && this.#past.length > 0;
    if (!joins && this.#present !== undefined) this.#past = [...this.#past, this.#present].slice(-DEPTH);
    this.#present = text;
    this.#future = [];
    this.#at = now;
  }

  /** The text before the last burst; undefined when there is none. */
  undo(): string | undefined {
    return this.#move(this.#past, this.#future);
  }

  redo(): string | undefined {
    return this.#move(this.#future, this.#past);
  }

  /** Begins anew with this text. */
  clear(text: string): void {
    this.#past = [];
    this.#future = [];
    this.#present = text;
    this.#at = -Infinity;
  }

  #move(from: string[], to: string[]): string | undefined {
    this.#at = -Infinity;
    const text = from.pop();
    if (text === undefined || this.#present === undefined) return undefined;
    to.push(this.#present);
    this.#present = text;
    return text;
  }
}
