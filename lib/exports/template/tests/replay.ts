import { encodeStepError, stepError } from "../plugins/kit/step-error.ts";
import type { Ended, Recording } from "./recording.ts";

/** Data of a step. */
// oxlint-disable-next-line typescript/no-explicit-any -- whatever the workflow makes of it, the test looks at it as JSON
type Loose = any;

/**
 * Stands in for the steps of one run: each call is answered as the recorded one with the same input was, in whatever order concurrent ones come.
 * A call whose input differs is a problem, and is answered as the most similar one.
 */
export function createReplay({ calls, waits = {} }: Recording) {
  const open = [...calls];
  const asked = new Map<string, number>();
  const problems: string[] = [];

  const waiting: { readonly place: number; readonly end: () => void }[] = [];
  /** Calls that were made together end in the order of the recording. */
  const takeTurn = async (call: (typeof calls)[number]): Promise<void> => {
    const ended = new Promise<void>((end) => waiting.push({ place: calls.indexOf(call), end }));
    // What is called at the same time has been by then.
    for (let turns = 0; turns < 5; turns++) await Promise.resolve();
    waiting.sort((a, b) => a.place - b.place);
    waiting.shift()?.end();
    await ended;
  };

  const step =
    (name: string) =>
    async (given?: Loose): Promise<Loose> => {
      const input = asJson(given);
      const candidates = open
        .filter((call) => call.step === name)
        .map((call) => ({ call, differences: compare(input, asJson(call.input), "") }));
      candidates.sort((a, b) => a.differences.length - b.differences.length);
      const [nearest] = candidates;
      if (!nearest) {
        problems.push(`${name} is called once more than it was, with ${show(input)}`);
        return undefined;
      }
      const { call, differences } = nearest;
      open.splice(open.indexOf(call), 1);
      for (const difference of differences) problems.push(`${call.node ?? name}: ${difference}`);
      await takeTurn(call);
      if (call.error) throw new Error(encodeStepError(call.error));
      return call.output === undefined ? undefined : asJson(call.output);
    };

  const createHook = ({ metadata }: { metadata: { node: string } }): Promise<Loose> => {
    const { node } = metadata;
    const count = asked.get(node) ?? 0;
    asked.set(node, count + 1);
    const wait = waits[node]?.[count];
    if (!wait) problems.push(`${node} waits for an answer once more than it did`);
    // One that timed out is never answered: the sleep beside it ends first.
    return wait && "answer" in wait ? Promise.resolve(asJson(wait.answer)) : new Promise(() => {});
  };

  const sleep = async (): Promise<void> => {
    // An answer that was given comes first.
    for (let turns = 0; turns < 10; turns++) await Promise.resolve();
  };

  const run = async (workflow: (input: Loose) => Promise<unknown>, input: unknown): Promise<Ended> => {
    const ended = await workflow(asJson(input)).then(
      (result) => ({ result: asJson(result) }),
      (error: unknown) => ({ failure: stepError(error).message }),
    );
    const left = open.map((call) => `${call.node ?? call.step} is not called any more, with ${show(asJson(call.input))}`);
    return { problems: [...problems, ...left], ...ended };
  };

  return { step, run, workflow: { createHook, sleep } };
}

/** As a run keeps it: dates are texts, what is undefined is left out. */
function asJson(value: unknown): Loose {
  return JSON.parse(JSON.stringify(value ?? null));
}

/** A sentence for each place where two values of JSON differ. */
function compare(is: Loose, was: Loose, path: string): string[] {
  if (isRecord(is) && isRecord(was)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    return keys.flatMap((key) => compare(is[key], was[key], path === "" ? key : `${path}.${key}`));
  }
  if (Array.isArray(is) && Array.isArray(was) && is.length === was.length) {
    return is.flatMap((item, index) => compare(item, was[index], `${path}[${index}]`));
  }
  return JSON.stringify(is) === JSON.stringify(was) ? [] : [`${path === "" ? "its input" : path} is ${show(is)} and was ${show(was)}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
