/** A square matrix of bits: row `i` is a set of numbers below `size`. */
export class BitRows {
  readonly size: number;
  readonly words: number;
  readonly bits: Uint32Array;

  constructor(size: number) {
    this.size = size;
    this.words = (size + 31) >>> 5;
    this.bits = new Uint32Array(size * this.words);
  }

  has(row: number, member: number): boolean {
    return ((this.bits[row * this.words + (member >>> 5)] ?? 0) & (1 << (member & 31))) !== 0;
  }

  add(row: number, member: number): void {
    const at = row * this.words + (member >>> 5);
    this.bits[at] = (this.bits[at] ?? 0) | (1 << (member & 31));
  }

  /** Adds all of another row's members; the rows may be of another matrix of the same size. */
  addRow(row: number, other: number, from: BitRows = this): void {
    const { bits, words } = this;
    const source = from.bits;
    const end = row * words + words;
    for (let at = row * words, read = other * words; at < end; at++, read++) {
      const word = source[read] ?? 0;
      if (word !== 0) bits[at] = (bits[at] ?? 0) | word;
    }
  }

  count(row: number): number {
    let total = 0;
    const end = (row + 1) * this.words;
    for (let at = row * this.words; at < end; at++) {
      let word = this.bits[at] ?? 0;
      if (word === 0) continue;
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      total += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return total;
  }

  /** The words of a set: the members of some rows; negative rows are none. */
  unionMembers(rows: readonly number[]): Uint32Array {
    const { bits, words } = this;
    const found = new Uint32Array(words);
    for (const row of rows) {
      if (row < 0) continue;
      for (let at = 0; at < words; at++) found[at] = (found[at] ?? 0) | (bits[row * words + at] ?? 0);
    }
    return found;
  }

  /** The words of a set: the members of some rows, and those rows themselves; negative rows are none. */
  union(rows: readonly number[]): Uint32Array {
    const found = this.unionMembers(rows);
    for (const row of rows) if (row >= 0) found[row >>> 5] = (found[row >>> 5] ?? 0) | (1 << (row & 31));
    return found;
  }
}
