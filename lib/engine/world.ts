import type { CreateEventRequest, Event, EventResult, World } from "@workflow/world";

import { SPEC_VERSION } from "./sdk.ts";

/** What a replay asks of the run it replays. */
export interface ReplayedRun {
  record(data: CreateEventRequest): Promise<EventResult>;
  listFrom(cursor: string | undefined): { data: Event[]; cursor: string; hasMore: boolean };
  enqueue(message: object): void;
  suspended(): void;
}

/**
 * The world that a replay sees: the one run it replays, held in memory and written through. A replay that outlives its run's stay
 * here reaches that run only, never its successor in the same process. Everything that the SDK does outside of a replay
 * (starting, reading, answering) Weft does itself, so those doors of the interface stay shut.
 */
export function createReplayWorld(run: ReplayedRun): World {
  const shut = (what: string) => (): never => {
    throw new Error(`Weft bug: a replay must not ${what} through the SDK.`);
  };
  return {
    specVersion: SPEC_VERSION,
    getDeploymentId: async () => "weft",
    queue: async (_name, message) => {
      run.enqueue(message);
      return { messageId: null };
    },
    createQueueHandler: shut("take messages"),
    runs: { get: shut("read runs"), list: shut("list runs") },
    steps: { get: shut("read steps"), list: shut("list steps") },
    hooks: { get: shut("read hooks"), getByToken: shut("read hooks"), list: shut("list hooks") },
    events: {
      // A replay creates no runs, so of the two overloads only the one for events of an existing run is ever called.
      create: ((_runId: string, data: CreateEventRequest) => run.record(data)) as World["events"]["create"],
      get: shut("read single events"),
      list: async ({ pagination }) => run.listFrom(pagination?.cursor),
      listByCorrelationId: shut("search events"),
    },
    // Nothing is encrypted; but the SDK asks again when a replay has come to its end, before it writes what the code waits for.
    getEncryptionKeyForRun: async () => {
      run.suspended();
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
