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

import { type Host, HOST_SYMBOL, type HostLeg } from "./vm/bridge.ts";

/** Everything that depends on the Workflow SDK's version and is not part of its World interface. */

/** The SDK replays a run once a call: it ends when the run ends or has nothing to do but wait. */
export type ReplayHandler = (
  message: unknown,
  delivery: { attempt: number; queueName: string; messageId: string },
) => Promise<void | { timeoutSeconds: number }>;

export const SDK_VERSION = "4.8.9";
/** The event-sourced format of the SDK's 4.x line. */
export const SPEC_VERSION = 3;
export const WORKFLOW_QUEUE = "__wkf_workflow_";

const slots = globalThis as Record<symbol, unknown>;
const WORLD = Symbol.for("@workflow/world//cache");
const HANDLERS_WORLD = Symbol.for("@workflow/world//stubbedCache");

/** What a replay finds around it: its world, and the leg that its code's steps go through. */
export interface ReplaySurroundings {
  readonly world: World;
  openLeg(vmGlobal: Record<string, unknown>): HostLeg;
}

const surroundings = new AsyncLocalStorage<ReplaySurroundings>();
const captures = new AsyncLocalStorage<(handler: ReplayHandler) => void>();

/**
 * The SDK knows one world a process. This one stands for whichever world the current call was made in,
 * so that several engines can live side by side, and hands out the handlers that the SDK would have put behind HTTP.
 */
const currentWorld = new Proxy({} as World, {
  get(_target, property) {
    if (property === "createQueueHandler") return captureHandler;
    const world = surroundings.getStore()?.world;
    // The SDK reads optional members before any run exists.
    return world === undefined ? undefined : Reflect.get(world, property);
  },
});

function captureHandler(_prefix: string, handler: ReplayHandler): (request: Request) => Promise<Response> {
  captures.getStore()?.(handler);
  // No stranger's message is ever taken.
  return async () => new Response(null, { status: 404 });
}

/** Runs `work` so that the SDK, and the code it replays, find what is around them. */
export function withSurroundings<T>(around: ReplaySurroundings, work: () => Promise<T>): Promise<T> {
  return surroundings.run(around, work);
}

const host: Host = {
  open: (vmGlobal) => {
    const around = surroundings.getStore();
    if (!around) throw new Error("Weft bug: a workflow's code runs outside of a replay.");
    return around.openLeg(vmGlobal);
  },
};

// The one live object of the host that the SDK hands into its VM; see vm/bridge.ts.
Object.defineProperty(console, Symbol.for(HOST_SYMBOL), { configurable: true, value: host });

let quiet = false;

/** The SDK prints each failed run with its error, and warns of every wait that lost a race: Weft keeps both where they belong, with the run. */
function quietReplays(): void {
  if (quiet || process.env["WEFT_DEBUG"]) return;
  quiet = true;
  for (const level of ["error", "warn"] as const) {
    const print = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      if (surroundings.getStore() && typeof args[0] === "string" && args[0].startsWith("[Workflow] ")) return;
      print(...args);
    };
  }
}

/** Makes the function that replays runs of one bundle. */
export async function createReplayHandler(bundle: string): Promise<ReplayHandler> {
  quietReplays();
  slots[WORLD] = currentWorld;
  slots[HANDLERS_WORLD] = currentWorld;
  const { workflowEntrypoint } = await import("workflow/runtime");
  let captured: ReplayHandler | undefined;
  captures.run(
    (handler) => (captured = handler),
    () => workflowEntrypoint(bundle),
  );
  if (!captured) throw new Error("Weft bug: the Workflow SDK made no queue handler.");
  return captured;
}

/** The workflow's arguments as the SDK reads them from the run. */
export async function packInput(input: unknown, runId: string): Promise<Uint8Array> {
  return bytes(await serializable(input, (value) => dehydrateWorkflowArguments([value], runId, undefined, [])));
}

/** A step's arguments, copied out of the VM before the code can change them. */
export async function packArguments(args: readonly unknown[], runId: string, vmGlobal: Record<string, unknown>): Promise<Uint8Array> {
  return bytes(await dehydrateStepArguments({ args }, runId, undefined, vmGlobal));
}

export async function unpackArguments(packed: Uint8Array, runId: string): Promise<unknown[]> {
  const { args } = (await hydrateStepArguments(packed, runId, undefined, [])) as { args: unknown[] };
  return args;
}

/** What `packValue` makes of `undefined`. */
export const PACKED_NOTHING: Uint8Array = new TextEncoder().encode("devl-1");

/** A step's result, or an answer to a hook, for the VM. */
export async function packValue(value: unknown, runId: string): Promise<Uint8Array> {
  return bytes(await serializable(value, (made) => dehydrateStepReturnValue(made, runId, undefined, [])));
}

export async function unpackValue(packed: Uint8Array, runId: string): Promise<unknown> {
  return hydrateStepReturnValue(packed, runId, undefined);
}

/** What the workflow returned. */
export async function unpackResult(packed: Uint8Array, runId: string): Promise<unknown> {
  return hydrateWorkflowReturnValue(packed, runId, undefined, []);
}

/** The SDK refuses a value that has a field named `__proto__`, which a stranger's JSON may have: such fields are left out. */
async function serializable<T>(value: unknown, serialize: (value: unknown) => Promise<T>): Promise<T> {
  const cleaned = hasOwnProto(value) ? withoutProto(value) : value;
  return serialize(cleaned);
}

function hasOwnProto(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasOwnProto);
  return isPlain(value) && (Object.hasOwn(value, "__proto__") || Object.values(value).some(hasOwnProto));
}

function withoutProto(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProto);
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  const fields = Object.entries(value).filter(([name]) => name !== "__proto__");
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutProto(field)]));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function bytes(packed: unknown): Uint8Array {
  if (packed instanceof Uint8Array) return packed;
  throw new Error("Weft bug: the Workflow SDK serialized a value to something other than bytes.");
}
