import { RunExpiredError, WorkflowRunNotFoundError } from "@workflow/errors";
import type { Event, World } from "@workflow/world";

import type { LiveRun } from "./live-run.ts";
import { SPEC_VERSION } from "./sdk.ts";

/**
 * The world that a replay sees: the run it replays, held in memory and written through. Everything that the SDK does outside
 * of a replay (starting, reading, answering) Weft does itself, so those doors of the interface stay shut.
 */
export function createReplayWorld(find: (runId: string) => LiveRun | undefined): World {
  const live = (runId: string): LiveRun => {
    const run = find(runId);
    if (!run) throw new RunExpiredError(`The run ${runId} is not held by this worker.`);
    return run;
  };
  const shut = (what: string) => (): never => {
    throw new Error(`Weft bug: a replay must not ${what} through the SDK.`);
  };
  return {
    specVersion: SPEC_VERSION,
    getDeploymentId: async () => "weft",
    queue: async (_name, message) => {
      if ("runId" in message) live(message.runId).enqueue(message);
      return { messageId: null };
    },
    createQueueHandler: shut("take messages"),
    runs: { get: shut("read runs"), list: shut("list runs") },
    steps: { get: shut("read steps"), list: shut("list steps") },
    hooks: { get: shut("read hooks"), getByToken: shut("read hooks"), list: shut("list hooks") },
    events: {
      create: (async (runId: string | null, data: Parameters<LiveRun["record"]>[0]) => {
        if (runId === null) throw new WorkflowRunNotFoundError("null");
        return live(runId).record(data);
      }) as World["events"]["create"],
      get: async (runId, eventId) => {
        const event = live(runId).events.find((candidate: Event) => candidate.eventId === eventId);
        if (!event) throw new WorkflowRunNotFoundError(runId);
        return event;
      },
      list: async ({ runId, pagination }) => live(runId).listFrom(pagination?.cursor),
      listByCorrelationId: shut("search events"),
    },
    // Nothing is encrypted; but the SDK asks again when a replay has come to its end, before it writes what the code waits for.
    getEncryptionKeyForRun: async (run: string | { runId: string }) => {
      find(typeof run === "string" ? run : run.runId)?.suspended();
      return undefined;
    },
    writeToStream: shut("write streams"),
    closeStream: shut("write streams"),
    readFromStream: shut("read streams"),
    listStreamsByRunId: shut("list streams"),
    getStreamChunks: shut("read streams"),
    getStreamInfo: shut("read streams"),
  };
}
