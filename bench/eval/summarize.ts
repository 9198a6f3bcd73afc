import type { Outcome } from "./evaluate.ts";

/** What an evaluation came to. Medians and sums are of all cases, passed or not. */
export interface Summary {
  readonly cases: number;
  readonly passed: number;
  readonly compiled: number;
  /** Passed without a repair. */
  readonly atOnce: number;
  readonly repairs: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null when no price is known. */
  readonly dollars: number | null;
  readonly medianSeconds: number;
  readonly slowestSeconds: number;
}

export function summarize(outcomes: readonly Outcome[]): Summary {
  const sum = (read: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + read(outcome), 0);
  const seconds = outcomes.map((outcome) => outcome.seconds).toSorted((a, b) => a - b);
  const priced = outcomes.filter(({ use }) => use.dollars !== null);
  return {
    cases: outcomes.length,
    passed: outcomes.filter(({ passed }) => passed).length,
    compiled: outcomes.filter(({ compiles }) => compiles).length,
    atOnce: outcomes.filter(({ passed, repairs }) => passed && repairs === 0).length,
    repairs: sum(({ repairs }) => repairs),
    inputTokens: sum(({ use }) => use.inputTokens),
    outputTokens: sum(({ use }) => use.outputTokens),
    dollars: priced.length === 0 ? null : priced.reduce((total, { use }) => total + (use.dollars ?? 0), 0),
    medianSeconds: seconds[Math.floor(seconds.length / 2)] ?? 0,
    slowestSeconds: seconds.at(-1) ?? 0,
  };
}

/** The table that is printed: a line a case, with what failed below it, and the sums. */
export function printReport(model: string, outcomes: readonly Outcome[]): string {
  const width = Math.max(4, ...outcomes.map(({ id }) => id.length));
  const row = (id: string, passed: string, repairs: string, tokens: string, seconds: string, dollars: string): string =>
    [id.padEnd(width), passed.padEnd(6), repairs.padStart(7), tokens.padStart(8), seconds.padStart(8), dollars.padStart(9)].join("  ");
  const money = (dollars: number | null): string => (dollars === null ? "-" : `$${dollars.toFixed(4)}`);
  const lines = outcomes.flatMap(({ id, passed, repairs, use, seconds, problems }) => [
    row(id, passed ? "pass" : "FAIL", String(repairs), String(use.inputTokens + use.outputTokens), seconds.toFixed(1), money(use.dollars)),
    ...problems.map((problem) => `  ${problem}`),
  ]);
  const { cases, passed, compiled, atOnce, ...sums } = summarize(outcomes);
  const share = (count: number): string => `${count} of ${cases} (${cases === 0 ? 0 : Math.round((100 * count) / cases)} %)`;
  return [
    row("case", "result", "repairs", "tokens", "seconds", "cost"),
    ...lines,
    "",
    `${model}: passed ${share(passed)}, ${share(atOnce)} without a repair; compiled ${share(compiled)}`,
    `${sums.repairs} repairs, ${sums.inputTokens} tokens in and ${sums.outputTokens} out, ${money(sums.dollars)}, ${sums.medianSeconds} s at the median, ${sums.slowestSeconds} s at most`,
  ].join("\n");
}
