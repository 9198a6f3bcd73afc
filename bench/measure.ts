/** What a figure is held against, measured in the same run unless it says "quoted". */
export interface Yardstick {
  readonly what: string;
  readonly value: number;
}

/** One figure: what was measured, in which unit, the goal as a sentence, and what it was measured beside. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: "ms" | "/s" | "×" | "";
  readonly goal: string;
  /** Undefined where the page sets no goal: the line is there to explain another one. */
  readonly reached?: boolean;
  readonly yardsticks?: readonly Yardstick[];
}

/** A number of a list at a share from 0 to 1 of its sorted length; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Calls each function in turn, `rounds` times over, so that a machine that drifts drifts for all of them; the medians of what they answer. */
export async function alternate(rounds: number, ...functions: readonly (() => number | Promise<number>)[]): Promise<number[]> {
  const answers = functions.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of functions.entries()) answers[index]?.push(await run());
  }
  return answers.map(median);
}

/** Milliseconds that one call takes. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
