import { encodeStepError, stepError } from "../plugins/kit/step-error.ts";
import type { Ended, Recording } from "./recording.ts";

/** Data of a step. */
// oxlint-disable-next-line typescript/no-explicit-any -- whatever the workflow makes of it, the test looks at it as JSON
type Loose = any;

/** So many microtasks after one thing has ended, the code has done all that it does because of it. */
const TURNS_TO_REST = 50;
/** Moments in texts: ISO 8601, or milliseconds. */
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z|\b\d{13}\b/g;

/**
 * Stands in for the steps, the waits and the clock of one run. Each call is answered as the recorded one with the same input was; what goes on at
 * the same time ends in the order of the recording. A call whose input differs is a problem, and is answered as the most similar one.
 */
export function createReplay(recording: Recording, setClock: (milliseconds: number) => void) {
  const { endings, outcome } = recording;
  const open = endings.filter((ending) => "step" in ending);
  const asked = new Map<string, number>();
  const problems: string[] = [];
  const compare = createCompare(Date.parse(recording.startedAt), Date.parse(recording.endedAt));
  let sleeps = 0;

  const waiting: { readonly place: number; readonly end: () => void }[] = [];
  let releasing = false;
  const release = async (): Promise<void> => {
    releasing = true;
    while (waiting.length > 0) {
      for (let turn = 0; turn < TURNS_TO_REST; turn++) await Promise.resolve();
      waiting.sort((a, b) => a.place - b.place);
      const next = waiting.shift();
      const at = endings[next?.place ?? -1]?.at;
      if (at !== undefined) setClock(Date.parse(at));
      next?.end();
    }
    releasing = false;
  };
  /** Resolves when it is this place's turn. What has none in the recording comes after everything that has. */
  const takeTurn = (place: number): Promise<void> =>
    new Promise((end) => {
      waiting.push({ place: place < 0 ? endings.length : place, end });
      if (!releasing) void release();
    });
  const never = (): Promise<never> => new Promise(() => {});

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
      if (call.cutOff) return never();
      await takeTurn(endings.indexOf(call));
      if (call.error) throw new Error(encodeStepError(call.error));
      return call.output === undefined ? undefined : asJson(call.output);
    };

  const createHook = async ({ metadata }: { metadata: { node: string } }): Promise<Loose> => {
    const { node } = metadata;
    const nth = asked.get(node) ?? 0;
    asked.set(node, nth + 1);
    const wait = endings.filter((ending) => "wait" in ending).find((ending) => ending.wait === node && ending.nth === nth);
    if (!wait) {
      problems.push(`${node} waits for an answer once more than it did`);
      return undefined;
    }
    if (wait.answer === undefined) return never();
    await takeTurn(endings.indexOf(wait));
    return asJson(wait.answer);
  };

  const sleep = (): Promise<void> => {
    const nth = sleeps++;
    return takeTurn(endings.findIndex((ending) => "sleep" in ending && ending.sleep === nth));
  };

  const compareOutcome = (is: { readonly result: unknown } | { readonly failure: string }): string[] => {
    if ("failure" in outcome) {
      if ("result" in is) return [`it ends well, and failed with: ${outcome.failure ?? "some error"}`];
      return outcome.failure === null ? [] : compare(is.failure, outcome.failure, "its failure");
    }
    return "failure" in is ? [`it fails with: ${is.failure}`] : compare(is.result, asJson(outcome.result), "its result");
  };

  const run = async (workflow: (input: Loose) => Promise<unknown>, input: unknown): Promise<Ended> => {
    setClock(Date.parse(recording.startedAt));
    const ended = await workflow(asJson(input)).then(
      (result) => ({ result: asJson(result) }),
      (error: unknown) => ({ failure: stepError(error).message }),
    );
    const left = open
      .filter(({ cutOff }) => !cutOff)
      .map((call) => `${call.node ?? call.step} is not called any more, with ${show(asJson(call.input))}`);
    return { problems: [...problems, ...left, ...compareOutcome(ended)], ...ended };
  };

  return { step, run, workflow: { createHook, sleep } };
}

/** As a run keeps it: dates are texts, what is undefined is left out. */
function asJson(value: unknown): Loose {
  return JSON.parse(JSON.stringify(value ?? null));
}

/**
 * Makes the function that has a sentence for each place where two values of JSON differ. Moments of the run are as good as one another: code that
 * runs for real takes another time now.
 */
function createCompare(from: number, to: number) {
  const blur = (text: string): string =>
    text.replaceAll(MOMENT, (moment) => {
      const at = moment.includes("T") ? Date.parse(moment) : Number(moment);
      return from <= at && at <= to ? "now" : moment;
    });
  const compare = (is: Loose, was: Loose, path: string): string[] => {
    if (isRecord(is) && isRecord(was)) {
      const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
      return keys.flatMap((key) => compare(is[key], was[key], path === "" ? key : `${path}.${key}`));
    }
    if (Array.isArray(is) && Array.isArray(was) && is.length === was.length) {
      return is.flatMap((item, index) => compare(item, was[index], `${path}[${index}]`));
    }
    const same = blur(JSON.stringify(is) ?? "") === blur(JSON.stringify(was) ?? "");
    return same ? [] : [`${path === "" ? "its input" : path} is ${show(is)} and was ${show(was)}`];
  };
  return compare;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
