/**
 * Runs inside the SDK's VM before a workflow's own code. Steps are the SDK's own steps, called at the moment when their
 * outcome is already in the log: until then the host runs them, so a replay goes on where the SDK would throw it away.
 */
import { createHook, FatalError, sleep } from "workflow";

import * as approval from "../../../plugins/kit/approval.ts";
import { parseDuration } from "../../../plugins/kit/duration.ts";
import * as mapConcurrently from "../../../plugins/kit/map-concurrently.ts";
import { isPending } from "../../../plugins/kit/pending.ts";
import * as pick from "../../../plugins/kit/pick.ts";
import * as respond from "../../../plugins/kit/respond.ts";
import * as stepError from "../../../plugins/kit/step-error.ts";
import { type Host, HOST_SYMBOL, turnIdOf, WAITS_IN_TURN } from "./bridge.ts";
import { nextUlid } from "./next-ulid.ts";
import { countMethods, passOn, rested, spread, text, turn } from "./work.ts";

type StepProxy = (...args: unknown[]) => Promise<unknown>;

/** What the SDK puts on the VM's global object, under symbols that its compiler's output reads too. */
interface VmGlobals {
  [name: symbol]: unknown;
  process: { env: Record<string, string> };
  weft?: unknown;
}

const vm = globalThis as unknown as VmGlobals;
const useStep = vm[Symbol.for("WORKFLOW_USE_STEP")] as (name: string) => StepProxy;
const drawUlid = vm[Symbol.for("WORKFLOW_STABLE_ULID")] as (seed: number) => string;
const context = vm[Symbol.for("WORKFLOW_CONTEXT")] as { workflowStartedAt: Date };
const host = (console as unknown as Record<symbol, Host>)[Symbol.for(HOST_SYMBOL)] as Host;

vm.process = { env: {} };
const leg = host.open(vm as unknown as Record<string, unknown>, WAITS_IN_TURN);
const startedAt = Number(context.workflowStartedAt);

/** The id that the SDK draws next, but for its prefix: ours is the one before it. */
function nextId(): string {
  return nextUlid(drawUlid(startedAt));
}

/** The node of a step's function. */
const nodes = new WeakMap<StepProxy, string>();

/** The function that calls a node as a durable step; each call is numbered, which names it for ever. */
function step(node: string): StepProxy {
  const proxy = useStep(`step//weft//${node}`);
  let calls = 0;
  const call: StepProxy = (...args) => {
    const stepId = `step_${node}_${calls++}`;
    return new Promise((resolve, reject) => {
      leg.call(stepId, node, passOn(args), () => {
        rested();
        leg.bind(stepId, `step_${nextId()}`);
        proxy().then(
          (value) => {
            resolve(value);
            leg.delivered(stepId);
          },
          (error: unknown) => {
            reject(error);
            leg.delivered(stepId);
          },
        );
      });
    });
  };
  nodes.set(call, node);
  return call;
}

type Sleep = (time: never) => Promise<void>;

/** A step that does nothing: its outcome stands in the log before the end of each sleep. */
const takeTurn = useStep("step//weft//");

/**
 * The SDK's `sleep`. It lets two sleeps that end in one replay overtake each other, and what the code does next would then get other
 * ids than before; so each waits for its turn, at which a step holds the log until the sleep is all that is left to deliver.
 */
function sleepInTurn(time: never, node?: string): Promise<void> {
  const waitId = `wait_${nextId()}`;
  if (node !== undefined) leg.waits(node, waitId);
  const slept = sleep(time);
  const turnId = turnIdOf(waitId);
  leg.queue(turnId, () => {
    rested();
    leg.bind(turnId, `step_${nextId()}`);
    void takeTurn().then(() => leg.delivered(turnId));
  });
  return slept;
}

/** The SDK's `sleep`, for a node: the host is told whose sleep it is. */
function sleeper(node: string): Sleep {
  return (time) => sleepInTurn(time, node);
}

/** The kit's `untilDone`, whose pauses are the node's own. */
async function untilDone(poll: StepProxy, input: unknown, options?: object): Promise<unknown> {
  const pause = sleeper(nodes.get(poll) ?? "") as (milliseconds: number) => Promise<void>;
  let answer = await poll(input, options);
  while (isPending(answer)) {
    const { job, after } = answer.$pending;
    await pause(parseDuration(after));
    answer = await poll(input, { ...options, job });
  }
  return answer;
}

interface ChildOutcome {
  status: "completed" | "failed" | "cancelled";
  result: unknown;
  error: string;
}

/** A child workflow: a step starts it, a hook waits for its end, however long that takes. */
function child(node: string): StepProxy {
  const start = step(node);
  return async (...args) => {
    const started = (await start(...args)) as { runId: string } | { pinned: unknown };
    if ("pinned" in started) return started.pinned;
    const outcome = (await createHook<ChildOutcome>({ metadata: { node, child: started.runId } })) as ChildOutcome;
    if (outcome.status !== "completed") {
      leg.childFailed(node, outcome.error);
      throw new FatalError(outcome.error);
    }
    return outcome.result;
  };
}

const hooks = new WeakMap<object, string>();

function createTrackedHook(options?: Parameters<typeof createHook>[0]): unknown {
  const passed = passOn(options);
  const node = (passed?.metadata as { node?: unknown } | undefined)?.node;
  if (typeof node === "string") leg.waits(node, `hook_${nextId()}`);
  const hook = createHook(passed);
  hooks.set(hook, hook.token);
  return hook;
}

// A wait that lost its race is over: nobody may answer it any more.
const race = Promise.race.bind(Promise);
Promise.race = (async (values: Iterable<unknown>) => {
  const entries = [...values];
  const settled = entries.map((entry) => Promise.resolve(entry));
  const winner = settled.map((promise, index) => promise.then(() => index));
  const index = await race(winner);
  for (const [position, entry] of entries.entries()) {
    const token = typeof entry === "object" && entry !== null ? hooks.get(entry) : undefined;
    if (token !== undefined && position !== index) leg.abandoned(token);
  }
  return settled[index];
}) as typeof Promise.race;

const responses = new WeakSet<object>();

function respondHere<T>(...args: Parameters<typeof respond.respond<T>>): ReturnType<typeof respond.respond<T>> {
  const response = respond.respond(...args);
  responses.add(response);
  return response;
}

/** The workflow, with a result of a size that can be written down. Data that only looks like a response, a caller's perhaps, stays data. */
function bounded(workflow: StepProxy): StepProxy {
  return async (...args) => {
    const result = passOn(await workflow(...args));
    const isObject = typeof result === "object" && result !== null;
    return isObject && "$response" in result && !responses.has(result) ? { $response: null, body: result } : result;
  };
}

/** The run's variables as an object of the VM's own, which nobody can change. One that is not set throws when it is read. */
function makeEnv(): Readonly<Record<string, string>> {
  const env = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(leg.variables?.values ?? {})) env[name] = value;
  for (const [name, message] of Object.entries(leg.variables?.unset ?? {})) {
    Object.defineProperty(env, name, {
      get() {
        throw new FatalError(message);
      },
    });
  }
  return Object.freeze(env);
}

countMethods();

vm.weft = {
  step,
  child,
  sleeper,
  bounded,
  turn,
  spread,
  text,
  modules: {
    workflow: { createHook: createTrackedHook, FatalError, sleep: (time: never) => sleepInTurn(time) },
    "@/plugins/kit/approval": approval,
    "@/plugins/kit/env": { env: makeEnv() },
    "@/plugins/kit/map-concurrently": mapConcurrently,
    "@/plugins/kit/pick": pick,
    "@/plugins/kit/respond": { respond: respondHere },
    "@/plugins/kit/step-error": stepError,
    "@/plugins/kit/until-done": { untilDone },
  },
};
