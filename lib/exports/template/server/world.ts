import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createWorld, setWorld } from "workflow/runtime";
import type { CreateEventParams, CreateEventRequest, EventResult } from "@workflow/world";
import { reenqueueActiveRuns } from "@workflow/world";
import { announceHook } from "./announce-wait.ts";
import { repairLocalRuns } from "./repair-local-runs.ts";
import { worldTarget } from "./world-target.ts";

type World = ReturnType<typeof createWorld>;
type QueueHandler = Parameters<World["createQueueHandler"]>[1];

/** Opens the world that runs live in (a folder on this machine, or Vercel), and resumes what a crash or a deployment left. */
export async function openWorld(): Promise<void> {
  const folder = process.env.WORKFLOW_LOCAL_DATA_DIR;
  const isOnVercel = worldTarget() === "vercel";
  if (!isOnVercel && folder) await repairLocalRuns(folder);
  // The world would put runs back into its own queue, past the one that strangers are kept from; so that is done below.
  const resumes = process.env.WORKFLOW_LOCAL_RECOVER_ACTIVE_RUNS !== "0";
  process.env.WORKFLOW_LOCAL_RECOVER_ACTIVE_RUNS = "0";
  const world = createWorld();
  const opened = announceHooks(isOnVercel ? world : replayOneAtATime(refuseStrangers(world)));
  setWorld(opened);
  if (isOnVercel) return;
  await world.start?.();
  if (resumes) await reenqueueActiveRuns(opened.runs, opened.queue, "recovery");
}

/** Tells the address that an approval names as soon as it waits. */
function announceHooks(world: World): World {
  const create = async (runId: string, event: CreateEventRequest, params?: CreateEventParams): Promise<EventResult> => {
    if (event.eventType === "hook_created") await announceHook(event.eventData.token);
    return world.events.create(runId, event, params);
  };
  return extend(world, {
    events: extend(world.events, {
      // Of its two forms the other one, for a run without an id, looks the same.
      create: create as World["events"]["create"],
    }),
  });
}

/**
 * Workflow SDK 4.8.9 may replay one run several times at once when several of its steps end together. On the local world two replays
 * then write the log over each other, and `Promise.all` before a `sleep` ends in CORRUPTED_EVENT_LOG. So a run is replayed by one at a time.
 * Remove this once the SDK orders the replays of a run itself (5.x does).
 */
function replayOneAtATime(world: World): World {
  const last = new Map<string, Promise<unknown>>();
  return extend(world, {
    createQueueHandler: (prefix, handler) =>
      world.createQueueHandler(prefix, async (message, meta) => {
        // A message to a workflow names its run; one to a step names it otherwise and is not held back.
        const runId = typeof message === "object" && message !== null && "runId" in message ? String(message.runId) : undefined;
        if (runId === undefined) return handler(message, meta);
        const turn = (last.get(runId) ?? Promise.resolve()).then(() => handler(message, meta));
        const done = turn.then(
          () => {},
          () => {},
        );
        last.set(runId, done);
        void done.then(() => last.get(runId) === done && last.delete(runId));
        return turn;
      }),
  });
}

const MARK = "x-queue-secret";

/**
 * The local world delivers its messages over HTTP to this very server, and its routes take anybody's. So each message carries a secret
 * of this process, and others are refused. Remove this once the SDK checks who delivers.
 */
function refuseStrangers(world: World): World {
  const secret = randomBytes(32).toString("base64url");
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return extend(world, {
    queue: (name, message, options) => world.queue(name, message, { ...options, headers: { ...options?.headers, [MARK]: secret } }),
    createQueueHandler: (prefix, handler: QueueHandler) => {
      const serve = world.createQueueHandler(prefix, handler);
      return async (request) => {
        const isOurs = timingSafeEqual(digest(request.headers.get(MARK) ?? ""), digest(secret));
        return isOurs ? serve(request) : new Response("Forbidden", { status: 403 });
      };
    },
  });
}

/** The same object with some members replaced; the others keep what they belong to. */
function extend<T extends object>(object: T, members: Partial<T>): T {
  return Object.assign(Object.create(object) as T, members);
}
