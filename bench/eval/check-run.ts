import type { EvalRun } from "./case.ts";
import { findMismatch } from "./match-partial.ts";
import type { StubCall } from "./stub-services.ts";

/** How a run ended, and what it called. */
export interface Ran {
  readonly status: string;
  readonly result: unknown;
  readonly error: string | undefined;
  readonly calls: readonly StubCall[];
}

/** Everything in which a run is not what a case expects, in words. */
export function checkRun({ status, result, error, calls }: Ran, expected: EvalRun["expect"]): string[] {
  const problems: string[] = [];
  if (status !== expected.status)
    problems.push(`the run ${status}${error === undefined ? "" : `: ${error}`}, and should have ${expected.status}`);
  for (const { to, body, times } of expected.called) {
    const found = calls.filter((call) => call.to.includes(to));
    const fitting = found.filter((call) => body === undefined || findMismatch(call.body, body) === undefined);
    if (times !== undefined && fitting.length !== times) problems.push(`${to} was called ${fitting.length} times, not ${times}`);
    if (fitting.length > 0 || times !== undefined) continue;
    const [first] = found;
    problems.push(
      first
        ? `${to} was called, but ${findMismatch(first.body, body)}`
        : `${to} was not called; there was ${calls.map((call) => call.to).join(", ") || "no call"}`,
    );
  }
  for (const to of expected.notCalled) if (calls.some((call) => call.to.includes(to))) problems.push(`${to} was called`);
  if (expected.result !== undefined) {
    const mismatch = findMismatch(result, expected.result);
    if (mismatch !== undefined) problems.push(`the result: ${mismatch}`);
  }
  return problems;
}
