const THOUGHT = "<think>";
const THOUGHT_END = "</think>";

/** Takes what a model thinks between `<think>` tags out of its words as they come. Each character is looked at once. */
export class ThoughtStripper {
  #within: "words" | "thought" | "break" = "words";
  /** How many characters of a tag are there. */
  #matched = 0;

  /** What is said for certain after these words: not what may become a tag. */
  push(delta: string): string {
    let said = "";
    for (const character of delta) said += this.#read(character);
    return said;
  }

  /** What is left when nothing more comes. */
  end(): string {
    return this.#within === "thought" ? "" : THOUGHT.slice(0, this.#matched);
  }

  #read(character: string): string {
    const isThought = this.#within === "thought";
    const tag = isThought ? THOUGHT_END : THOUGHT;
    if (this.#within === "break" && character === "\n") return "";
    if (!isThought) this.#within = "words";
    if (character === tag[this.#matched]) {
      if (++this.#matched < tag.length) return "";
      this.#matched = 0;
      this.#within = isThought ? "break" : "thought";
      return "";
    }
    const missed = tag.slice(0, this.#matched);
    this.#matched = character === "<" ? 1 : 0;
    if (isThought) return "";
    return this.#matched === 1 ? missed : missed + character;
  }
}

/** What a model said without what it thought. */
export function stripThoughts(text: string): string {
  const stripper = new ThoughtStripper();
  return stripper.push(text) + stripper.end();
}
