/** What a stream of a model's words holds: JSON objects as they are complete, and the words around them. */
export interface Scanned {
  /** `deep` is an object that nests deeper than any operation, which nothing that recurses may be given. */
  readonly kind: "object" | "broken" | "deep" | "words";
  readonly text: string;
}

/** An object of no operation is longer; one that is never closed must not swallow what follows. */
const LONGEST_OBJECT = 60_000;
/** Levels of objects and lists in an operation. */
export const DEEPEST_OBJECT = 60;
const THOUGHT = "<think>";
const THOUGHT_END = "</think>";

/**
 * Finds the objects in what comes, wherever they stand: one a line, printed over several, in a list, between Markdown fences. A thought between
 * `<think>` tags, as some open models write it, is skipped. A new operation within an open object means that the former was never closed.
 * Each character is looked at once, whatever came before it and however the words are cut.
 */
export class ObjectScanner {
  #within: "words" | "brace" | "tag" | "thought" | "object" = "words";
  #words = "";
  /** Behind the words, what may become an object or a tag. It is added to and taken whole, never read: that would copy it each time. */
  #held = "";
  /** How many characters of a tag are there. */
  #matched = 0;
  #object = new OpenObject();

  /** What is complete after these words. */
  push(delta: string): Scanned[] {
    const found: Scanned[] = [];
    for (const character of delta) this.#read(character, found);
    return found;
  }

  /** What is left when nothing more comes: an object that was cut off is broken. */
  end(): Scanned[] {
    const found: Scanned[] = [];
    this.#words += this.#held;
    this.#held = "";
    this.#flush(found);
    if (this.#within === "object") found.push({ kind: "broken", text: this.#object.text });
    this.#within = "words";
    return found;
  }

  #read(character: string, found: Scanned[]): void {
    switch (this.#within) {
      case "object":
        return this.#readObject(character, found);
      case "thought":
        this.#matched = character === THOUGHT_END[this.#matched] ? this.#matched + 1 : character === "<" ? 1 : 0;
        if (this.#matched === THOUGHT_END.length) this.#within = "words";
        return;
      case "brace":
        if (isSpace(character)) {
          this.#held += character;
          return;
        }
        if (character !== '"') break;
        this.#flush(found);
        this.#open(this.#held + character);
        this.#held = "";
        return;
      case "tag":
        if (character !== THOUGHT[this.#matched]) break;
        this.#held += character;
        if (++this.#matched < THOUGHT.length) return;
        this.#held = "";
        this.#matched = 0;
        this.#within = "thought";
        return;
      case "words":
    }
    this.#words += this.#held;
    this.#held = "";
    this.#within = character === "{" ? "brace" : character === "<" ? "tag" : "words";
    this.#matched = 1;
    if (this.#within === "words") this.#words += character;
    else this.#held = character;
  }

  #open(text: string): void {
    this.#within = "object";
    this.#object = new OpenObject();
    for (const character of text) this.#object.add(character);
  }

  #readObject(character: string, found: Scanned[]): void {
    const object = this.#object;
    object.add(character);
    if (object.next) {
      found.push({ kind: "broken", text: object.text.slice(0, object.next.line) });
      this.#open(object.text.slice(object.next.brace));
      return;
    }
    const isLong = object.text.length > LONGEST_OBJECT;
    if (!object.isClosed && !isLong) return;
    found.push({ kind: isLong ? "broken" : object.isDeep ? "deep" : "object", text: object.text });
    this.#within = "words";
  }

  #flush(found: Scanned[]): void {
    const text = trimWords(this.#words);
    this.#words = "";
    if (text !== "") found.push({ kind: "words", text });
  }
}

const OPERATION_KEY = '"op"';

/** An object from its brace on, a character at a time. */
class OpenObject {
  text = "";
  isClosed = false;
  isDeep = false;
  /** Where, on a line of its own, the next operation begins: the break before that line, and its brace. */
  next: { readonly line: number; readonly brace: number } | undefined;
  #braces = 0;
  #levels = 0;
  #isText = false;
  #isEscaped = false;
  /** The first break of the space that stands last. */
  #line: number | undefined;
  #begun: { readonly line: number; readonly brace: number } | undefined;
  /** How many characters of an operation's key stand behind the brace that may begin one. */
  #matched = 0;

  add(character: string): void {
    this.#lookForNext(character);
    this.text += character;
    if (this.#isEscaped) this.#isEscaped = false;
    else if (this.#isText) {
      if (character === "\\") this.#isEscaped = true;
      else if (character === '"') this.#isText = false;
    } else if (character === '"') this.#isText = true;
    else if (character === "{" || character === "[") this.#enter(character);
    else if (character === "}" || character === "]") this.#leave(character);
  }

  #enter(bracket: "{" | "["): void {
    if (bracket === "{") this.#braces++;
    if (++this.#levels > DEEPEST_OBJECT) this.isDeep = true;
  }

  #leave(bracket: "}" | "]"): void {
    this.#levels--;
    if (bracket === "}" && --this.#braces === 0) this.isClosed = true;
  }

  #lookForNext(character: string): void {
    if (isSpace(character)) {
      if (character === "\n") this.#line ??= this.text.length;
      if (this.#matched > 0) this.#begun = undefined;
      return;
    }
    if (character === "{") {
      this.#begun = this.#line === undefined ? undefined : { line: this.#line, brace: this.text.length };
      this.#matched = 0;
    } else if (this.#begun) {
      if (character !== OPERATION_KEY[this.#matched]) this.#begun = undefined;
      else if (++this.#matched === OPERATION_KEY.length) this.next = this.#begun;
    }
    this.#line = undefined;
  }
}

function isSpace(character: string): boolean {
  return character.trim() === "";
}

/** Without the space, commas, brackets and Markdown fences around what is said. */
function trimWords(text: string): string {
  let [start, end] = [0, text.length];
  const isBlank = (at: number): boolean => ",[]".includes(text.charAt(at)) || isSpace(text.charAt(at));
  const trimStart = (): void => {
    while (start < end && isBlank(start)) start++;
  };
  const trimEnd = (): void => {
    while (end > start && isBlank(end - 1)) end--;
  };
  trimStart();
  if (text.startsWith("```", start)) {
    start += 3;
    while (start < end && /\w/.test(text.charAt(start))) start++;
    trimStart();
  }
  trimEnd();
  if (end - start >= 3 && text.endsWith("```", end)) {
    end -= 3;
    trimEnd();
  }
  return text.slice(start, end);
}
