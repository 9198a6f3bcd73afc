/** A path in a node's config (`["headers", "accept"]`); empty for the node as a whole. */
export type GraphPath = readonly (string | number)[];

/** A stretch of emitted source, half-open offsets, and the node and field it came from. */
export interface SourceMapEntry {
  readonly node: string;
  readonly path: GraphPath;
  readonly start: number;
  readonly end: number;
}

/** From source to graph and back. */
export interface SourceMap {
  /** Every span, outer before inner. */
  readonly entries: readonly SourceMapEntry[];
  /** The innermost node and field whose text covers the offset. */
  at(offset: number): SourceMapEntry | undefined;
  /** Where a node, or one of its fields, is printed; a field inside a printed one finds the one around it. Some nodes are printed in several places. */
  of(node: string, path?: GraphPath): readonly SourceMapEntry[];
}

/** Indexes spans that nest properly and come outer before inner. */
export function createSourceMap(entries: readonly SourceMapEntry[]): SourceMap {
  const parents = new Int32Array(entries.length);
  const open: number[] = [];
  entries.forEach((entry, index) => {
    while (open.length > 0 && (entries[open.at(-1) ?? 0]?.end ?? 0) <= entry.start && entry.start < entry.end) open.pop();
    parents[index] = open.at(-1) ?? -1;
    open.push(index);
  });
  let byNode: Map<string, SourceMapEntry[]> | undefined;
  return {
    entries,
    at(offset) {
      let low = 0;
      let high = entries.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((entries[middle]?.start ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      for (let index = low - 1; index >= 0; index = parents[index] ?? -1) {
        const entry = entries[index];
        if (entry && offset < entry.end) return entry;
      }
      return undefined;
    },
    of(node, path = []) {
      if (!byNode) {
        byNode = new Map();
        for (const entry of entries) {
          const known = byNode.get(entry.node);
          if (known) known.push(entry);
          else byNode.set(entry.node, [entry]);
        }
      }
      const all = byNode.get(node) ?? [];
      for (let length = path.length; length >= 0; length--) {
        const found = all.filter((entry) => entry.path.length === length && entry.path.every((step, index) => step === path[index]));
        if (found.length > 0) return found;
      }
      return [];
    },
  };
}
