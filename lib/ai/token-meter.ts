/** Estimates how many tokens a growing text is, rather too many than too few: a third of its ASCII characters, and one for each other character. */
export class TokenMeter {
  #ascii = 0;
  #others = 0;

  add(text: string): void {
    for (const character of text) {
      if (character > "\u007f") this.#others++;
      else this.#ascii++;
    }
  }

  get tokens(): number {
    return Math.ceil(this.#ascii / 3) + this.#others;
  }
}
