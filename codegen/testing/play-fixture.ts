import * as mapConcurrently from "../../plugins/kit/map-concurrently.ts";
import * as pick from "../../plugins/kit/pick.ts";
import * as respond from "../../plugins/kit/respond.ts";
import * as stepError from "../../plugins/kit/step-error.ts";
import { listNodeCalls, listNodeSleeps, loadUntilDone, loadWorkflow } from "./load-module.ts";

/** What the world says in one imagined run, written by hand beside a fixture. */
export interface Scenario {
  readonly input: unknown;
  /** What a step gives, by node; a list gives one answer a call (`{ "$pending": … }` from a job under way); `{ "fails": "message" }` throws. Default: an empty HTTP answer. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** How a wait ends, by node: its value, or `"timeout"`. */
  readonly waits?: Readonly<Record<string, unknown>>;
  /** The workspace's variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** One thing the run did, in order: a step with what it was given and the job it was asked for again, a wait, or a sleep. */
export type Played =
  | { readonly step: string; readonly input: unknown; readonly job?: unknown }
  | { readonly wait: string }
  | { readonly sleep: unknown };

export interface PlayedRun {
  readonly scenario: Scenario;
  readonly did: readonly Played[];
  readonly ending: { readonly result: unknown } | { readonly failure: string };
}

/** Plays a scenario with the server's module of a fixture: steps answer at once, so only their order and their inputs are told. */
export async function playFixture(runtime: string, name: string, scenario: Scenario): Promise<PlayedRun> {
  const did: Played[] = [];
  const calls = new Map<string, number>();
  const answer = (node: string): unknown => {
    const given = scenario.answers?.[node] ?? { status: 200, headers: {}, body: {} };
    const index = calls.get(node) ?? 0;
    calls.set(node, index + 1);
    const value: unknown = Array.isArray(given) ? given[index] : given;
    if (typeof value === "object" && value !== null && "fails" in value) throw new Error(String(value.fails));
    return structuredClone(value);
  };
  const callOf =
    (node: string) =>
    async (input: unknown, options?: { job?: unknown }): Promise<unknown> => {
      did.push({ step: node, input: structuredClone(input), ...(options?.job === undefined ? {} : { job: structuredClone(options.job) }) });
      return answer(node);
    };
  const createHook = ({ metadata }: { metadata: { node: string } }): Promise<unknown> => {
    did.push({ wait: metadata.node });
    const end = scenario.waits?.[metadata.node];
    return end === "timeout" ? new Promise(() => undefined) : Promise.resolve(end);
  };
  const sleep = async (time: unknown): Promise<void> => {
    did.push({ sleep: time });
    await new Promise(setImmediate);
  };
  const modules: Record<string, unknown> = {
    workflow: { createHook, sleep, FatalError: Error },
    "@/plugins/kit/env": { env: scenario.env ?? {} },
    "@/plugins/kit/map-concurrently": mapConcurrently,
    "@/plugins/kit/pick": pick,
    "@/plugins/kit/respond": respond,
    "@/plugins/kit/step-error": stepError,
    "@/plugins/kit/until-done": loadUntilDone(sleep),
  };
  const globals = Object.fromEntries<unknown>([
    ...listNodeCalls(runtime).map(({ callee, node }) => [callee, callOf(node)] as const),
    ...listNodeSleeps(runtime).map((name) => [name, sleep] as const),
  ]);
  const run = loadWorkflow(runtime, name, { load: (specifier) => modules[specifier], globals });
  const ending = await run(structuredClone(scenario.input)).then(
    (result: unknown) => ({ result: result ?? null }),
    (error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }),
  );
  // As JSON holds it: dates become texts, what is undefined is left out.
  return JSON.parse(JSON.stringify({ scenario, did, ending })) as PlayedRun;
}
