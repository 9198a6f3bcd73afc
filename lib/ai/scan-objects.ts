/** What a stream of a model's words holds: JSON objects as they are complete, and the words around them. */
export interface Scanned {
  readonly kind: "object" | "broken" | "words";
  readonly text: string;
}

/** An object of no operation is longer; one that is never closed must not swallow what follows. */
const LONGEST_OBJECT = 60_000;

/**
 * Finds the objects in what comes, wherever they stand: one a line, printed over several, in a list, between Markdown fences. A thought between
 * `<think>` tags, as some open models write it, is skipped. A new operation within an open object means that the former was never closed.
 */
export class ObjectScanner {
  #rest = "";
  #words = "";
  #thinks = false;

  /** What is complete after these words. */
  push(delta: string): Scanned[] {
    this.#rest += delta;
    const found: Scanned[] = [];
    while (this.#step(found));
    return found;
  }

  /** What is left when nothing more comes: an object that was cut off is broken. */
  end(): Scanned[] {
    const found: Scanned[] = [];
    const rest = this.#rest;
    this.#rest = "";
    const isObject = !this.#thinks && /^\{\s*"/.test(rest);
    if (!isObject && !this.#thinks) this.#words += rest;
    this.#flush(found);
    if (isObject) found.push({ kind: "broken", text: rest });
    return found;
  }

  /** Takes one thing from the front of the rest; false when more must come first. */
  #step(found: Scanned[]): boolean {
    if (this.#thinks) {
      const end = this.#rest.indexOf("</think>");
      if (end < 0) {
        this.#rest = this.#rest.slice(-"</think>".length);
        return false;
      }
      this.#rest = this.#rest.slice(end + "</think>".length);
      this.#thinks = false;
      return true;
    }
    const start = /\{\s*"|<think>/.exec(this.#rest);
    if (!start) {
      // The start of an object or of a thought may stand at the end.
      const kept = /(?:\{\s*|<(?:t(?:h(?:i(?:nk?)?)?)?)?)$/.exec(this.#rest)?.index ?? this.#rest.length;
      this.#words += this.#rest.slice(0, kept);
      this.#rest = this.#rest.slice(kept);
      return false;
    }
    this.#words += this.#rest.slice(0, start.index);
    this.#rest = this.#rest.slice(start.index);
    if (start[0] === "<think>") {
      this.#rest = this.#rest.slice(start[0].length);
      this.#thinks = true;
      return true;
    }
    const end = endOfObject(this.#rest);
    const next = /\n\s*\{\s*"op"/.exec(end === undefined ? this.#rest : this.#rest.slice(0, end));
    const cut = next?.index ?? (end === undefined && this.#rest.length > LONGEST_OBJECT ? this.#rest.length : undefined);
    if (cut === undefined && end === undefined) return false;
    this.#flush(found);
    found.push(cut === undefined ? { kind: "object", text: this.#rest.slice(0, end) } : { kind: "broken", text: this.#rest.slice(0, cut) });
    this.#rest = this.#rest.slice(cut ?? end);
    return true;
  }

  #flush(found: Scanned[]): void {
    const text = this.#words.replace(/^[\s,[\]]*(?:```\w*)?[\s,[\]]*|[\s,[\]]*(?:```)?[\s,[\]]*$/g, "");
    this.#words = "";
    if (text !== "") found.push({ kind: "words", text });
  }
}

/** Behind the brace that closes the one at the start; undefined while it is open. */
function endOfObject(text: string): number | undefined {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isText) {
      if (character === "\\") at++;
      else if (character === '"') isText = false;
    } else if (character === '"') isText = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return undefined;
}
