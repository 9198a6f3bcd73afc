import type { RunStatus } from "../engine/contract.ts";
import type { Access } from "../keys/access.ts";
import { reaches } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { selectStatuses } from "./store.ts";

/** A run that changed, as it is now; `id` counts the stream's messages. */
interface RunsMessage {
  readonly id: number;
  readonly event: "run";
  readonly data: { readonly id: string; readonly document: string; readonly status: RunStatus };
}

const HEARTBEAT_MS = 15_000;
/** Changes within this time are looked up together: one query however many runs are on their way. */
const TOGETHER_MS = 40;
/** Of runs that are told of, how many are remembered, so that none is told of twice as the same. */
const MOST_TOLD = 5_000;
/** The most runs looked up at once. */
const MOST_AT_ONCE = 500;

/**
 * Tells of every change of status of the runs that the caller reaches, in any process, from now on. `null` is a heartbeat. What changed is looked up
 * as the caller may see it, so that nothing of another workspace is told; a run that changes twice in a moment is told of as it is then.
 */
export function watchRuns(server: Pick<Server, "database" | "engine">, access: Access, signal: AbortSignal): RunsMessages {
  const changes: Changes = { ids: new Set(), wake: () => undefined };
  const unsubscribe = server.engine.subscribeAll(({ runId }) => {
    changes.ids.add(runId);
    changes.wake();
  });
  const stop = (): void => {
    unsubscribe();
    changes.wake();
  };
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  return follow(server, access, changes, signal);
}

type RunsMessages = AsyncGenerator<RunsMessage | null, void, undefined>;

interface Changes {
  readonly ids: Set<string>;
  wake: () => void;
}

async function* follow(server: Pick<Server, "database">, access: Access, changes: Changes, signal: AbortSignal): RunsMessages {
  const told = new Map<string, RunStatus>();
  let count = 0;
  while (!signal.aborted) {
    if (changes.ids.size === 0) await pause(HEARTBEAT_MS, (resolve) => (changes.wake = resolve));
    if (signal.aborted) return;
    if (changes.ids.size === 0) {
      yield null;
      continue;
    }
    await pause(TOGETHER_MS);
    const ids = [...changes.ids].slice(0, MOST_AT_ONCE);
    for (const id of ids) changes.ids.delete(id);
    for (const { id, workflowId, status } of await selectStatuses(server.database, access.workspaceId, ids)) {
      if (!reaches(access, workflowId) || told.get(id) === status) continue;
      told.delete(id);
      told.set(id, status);
      yield { id: ++count, event: "run", data: { id, document: workflowId, status } };
    }
    for (const id of told.keys()) {
      if (told.size <= MOST_TOLD) break;
      told.delete(id);
    }
  }
}

function pause(ms: number, early?: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    early?.(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
