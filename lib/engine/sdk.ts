import { AsyncLocalStorage } from "node:async_hooks";

import {
  dehydrateStepArguments,
  dehydrateStepReturnValue,
  dehydrateWorkflowArguments,
  hydrateStepArguments,
  hydrateStepReturnValue,
  hydrateWorkflowReturnValue,
} from "@workflow/core/serialization";
import type { World } from "@workflow/world";

/** Everything that depends on the Workflow SDK's version and is not part of its World interface. */

/** The SDK replays a run once a call: it ends when the run ends or has nothing to do but wait. */
export type ReplayHandler = (message: unknown, delivery: { attempt: number; queueName: string; messageId: string }) => Promise<void | { timeoutSeconds: number }>;

export const SDK_VERSION = "4.8.9";
/** The event-sourced format of the SDK's 4.x line. */
export const SPEC_VERSION = 3;
export const WORKFLOW_QUEUE = "__wkf_workflow_";

const slots = globalThis as Record<symbol, unknown>;
const WORLD = Symbol.for("@workflow/world//cache");
const HANDLERS_WORLD = Symbol.for("@workflow/world//stubbedCache");

const worlds = new AsyncLocalStorage<World>();
const captures = new AsyncLocalStorage<(handler: ReplayHandler) => void>();

/**
 * The SDK knows one world a process. This one stands for whichever world the current call was made in,
 * so that several engines can live side by side, and hands out the handlers that the SDK would have put behind HTTP.
 */
const currentWorld = new Proxy({} as World, {
  get(_target, property) {
    if (property === "createQueueHandler") return captureHandler;
    const world = worlds.getStore();
    // The SDK reads optional members before any run exists.
    return world === undefined ? undefined : Reflect.get(world, property);
  },
});

function captureHandler(_prefix: string, handler: ReplayHandler): (request: Request) => Promise<Response> {
  captures.getStore()?.(handler);
  // No stranger's message is ever taken.
  return async () => new Response(null, { status: 404 });
}

/** Runs `work` so that the SDK finds `world`. */
export function withWorld<T>(world: World, work: () => Promise<T>): Promise<T> {
  return worlds.run(world, work);
}

/** Makes the function that replays runs of one bundle. */
export async function createReplayHandler(bundle: string): Promise<ReplayHandler> {
  slots[WORLD] = currentWorld;
  slots[HANDLERS_WORLD] = currentWorld;
  const { workflowEntrypoint } = await import("workflow/runtime");
  let captured: ReplayHandler | undefined;
  captures.run((handler) => (captured = handler), () => workflowEntrypoint(bundle));
  if (!captured) throw new Error("Weft bug: the Workflow SDK made no queue handler.");
  return captured;
}

/** The workflow's arguments as the SDK reads them from the run. */
export async function packInput(input: unknown, runId: string): Promise<Uint8Array> {
  return bytes(await dehydrateWorkflowArguments([input], runId, undefined, []));
}

/** A step's arguments, copied out of the VM before the code can change them. */
export async function packArguments(args: readonly unknown[], runId: string, vmGlobal: Record<string, unknown>): Promise<Uint8Array> {
  return bytes(await dehydrateStepArguments({ args }, runId, undefined, vmGlobal));
}

export async function unpackArguments(packed: Uint8Array, runId: string): Promise<unknown[]> {
  const { args } = (await hydrateStepArguments(packed, runId, undefined, [])) as { args: unknown[] };
  return args;
}

/** A step's result, or an answer to a hook, for the VM. */
export async function packValue(value: unknown, runId: string): Promise<Uint8Array> {
  return bytes(await dehydrateStepReturnValue(value, runId, undefined, []));
}

export async function unpackValue(packed: Uint8Array, runId: string): Promise<unknown> {
  return hydrateStepReturnValue(packed, runId, undefined);
}

/** What the workflow returned. */
export async function unpackResult(packed: Uint8Array, runId: string): Promise<unknown> {
  return hydrateWorkflowReturnValue(packed, runId, undefined, []);
}

function bytes(packed: unknown): Uint8Array {
  if (packed instanceof Uint8Array) return packed;
  throw new Error("Weft bug: the Workflow SDK serialized a value to something other than bytes.");
}
