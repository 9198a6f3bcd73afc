/** One run of one node. `round` is the path of loop rounds it happened in, outermost first. */
export interface TraceEntry {
  readonly node: string;
  readonly round: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** How a block, a level or a run ends. */
export type Ending =
  | { readonly kind: "done"; readonly at: number }
  | { readonly kind: "returned"; readonly at: number; readonly node: string }
  | { readonly kind: "failed"; readonly at: number; readonly node: string };

/** What happened in a run. */
export interface Trace {
  readonly entries: readonly TraceEntry[];
  readonly ending: Ending;
}

/** The earliest end that isn't a normal one; else the latest normal one. Nothing at all ends at `start`. */
export function joinEndings(endings: readonly Ending[], start: number): Ending {
  let done: Ending = { kind: "done", at: start };
  let cut: Exclude<Ending, { kind: "done" }> | undefined;
  for (const ending of endings) {
    if (ending.kind === "done") {
      if (ending.at > done.at) done = ending;
    } else if (!cut || ending.at < cut.at || (ending.at === cut.at && ending.node < cut.node)) cut = ending;
  }
  return cut ?? done;
}

/**
 * Drops what started when the level had failed or returned already: concurrent work that nobody waits for any more, of which
 * the language says nothing.
 */
export function dropAfter(entries: readonly TraceEntry[], ending: Ending): TraceEntry[] {
  return entries.filter((entry) => ending.kind === "done" || entry.start < ending.at || entry.node === ending.node);
}

/** A trace as sorted lines, for comparing and reading. */
export function printTrace(trace: Trace): string[] {
  const lines = trace.entries.map(({ node, round, start, end }) => `${start}–${end} ${node}${round.length > 0 ? `[${round.join()}]` : ""}`);
  const { ending } = trace;
  return [...lines.sort(), `${ending.kind} at ${ending.at}${ending.kind === "done" ? "" : ` by ${ending.node}`}`];
}
