import type { RunChange } from "../engine/contract.ts";
import type { Access } from "../keys/access.ts";
import type { Server } from "../running-server.ts";
import { findRun, hasEnded } from "./find-run.ts";
import type { UrlOf } from "./present.ts";
import { presentRun, presentRunWait } from "./present.ts";
import { EVENTS_PAGE, findNodes, findRunRow, selectEventsAfter, selectOpenWaits } from "./store.ts";
import { CALL_KIND, presentTimeline } from "../timeline/timeline-steps.ts";
import { selectTimeline } from "../timeline/store.ts";

/** One change of a run: `id` is the number of the run's last event that it tells of. */
export interface RunMessage {
  readonly id: number;
  readonly event: "run" | "step" | "wait";
  readonly data: unknown;
}

/** How long nothing happens before a listener is told that we are still there, and the log is read again whatever was notified. */
const HEARTBEAT_MS = 15_000;

export interface WatchOptions {
  readonly id: string;
  /** The id of the last message the reader has; anything that is not one starts from the beginning. */
  readonly after?: string | undefined;
  readonly url: UrlOf;
  /** Ends the watch. */
  readonly signal: AbortSignal;
}

export type RunMessages = AsyncGenerator<RunMessage | null, void, undefined>;

/**
 * Follows a run: every step, wait and run that changed, as it is now, until the run has ended. `null` is a heartbeat. Ids are numbers of
 * the run's own event log, so a reader can go on where it stopped, at any process. Throws `not_found` before the first message.
 */
export async function watchRun(server: Pick<Server, "database" | "engine">, access: Access, options: WatchOptions): Promise<RunMessages> {
  const run = await findRun(server, access, options.id);
  const after = /^\d{1,9}$/.test(options.after ?? "") ? Number(options.after) : 0;
  return follow(server, access, run.id, after, options);
}

async function* follow(
  server: Pick<Server, "database" | "engine">,
  { workspaceId, permissions }: Access,
  id: string,
  after: number,
  { url, signal }: WatchOptions,
): RunMessages {
  const { database } = server;
  const changes = listen((listener) => server.engine.subscribe(id, listener), signal);
  try {
    const nodes = (await findNodes(database, workspaceId, id)) ?? {};
    const calls = Object.keys(nodes).filter((node) => nodes[node]?.kind === CALL_KIND);
    const mayAnswer = permissions.has("run");
    const told = new Map<string, string>();
    let toldStatus: string | undefined;
    let seen = after;
    while (!signal.aborted) {
      // The run's row first: the events that made it so are then in the log we read after it.
      const run = await findRunRow(database, workspaceId, id);
      if (!run) return;
      const events = await selectEventsAfter(database, id, seen);
      const subjects = [...new Set(events.flatMap(({ subject }) => subject ?? []))];
      const rows = await selectTimeline(database, id, { ids: subjects, nodes: calls });
      for (const step of presentTimeline(rows, { nodes, hasEnded: hasEnded(run.status), mayAnswer, url })) {
        const state = `${step.status} ${step.attempt} ${step.endedAt ?? ""}`;
        if (told.get(step.id) === state) continue;
        told.set(step.id, state);
        yield { id: seen, event: "step", data: step };
      }
      if (events.some((event) => event.type.startsWith("hook_"))) {
        const waits = await selectOpenWaits(database, id);
        yield { id: seen, event: "wait", data: { waits: waits.map((wait) => presentRunWait(wait, nodes, mayAnswer ? url : undefined)) } };
      }
      // Only the last message of a batch moves the reader's place: a batch that was cut short is told again.
      seen = events.at(-1)?.seq ?? seen;
      if (events.length > 0 || run.status !== toldStatus) yield { id: seen, event: "run", data: presentRun(run, url) };
      toldStatus = run.status;
      // A full page of events may have more behind it.
      if (events.length === EVENTS_PAGE) continue;
      if (hasEnded(run.status)) return;
      if (!(await changes.next(HEARTBEAT_MS))) yield null;
    }
  } finally {
    changes.stop();
  }
}

/** Turns callbacks into something to wait for; changes while nobody waits are remembered as one. */
function listen(subscribe: (listener: (change: RunChange) => void) => () => void, signal: AbortSignal) {
  let isPending = false;
  let wake = (): void => undefined;
  const notify = (): void => {
    isPending = true;
    wake();
  };
  const unsubscribe = subscribe(notify);
  signal.addEventListener("abort", notify, { once: true });
  return {
    /** True when something changed within `ms`. */
    async next(ms: number): Promise<boolean> {
      if (!isPending) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const changed = isPending;
      isPending = false;
      return changed;
    },
    stop(): void {
      unsubscribe();
      signal.removeEventListener("abort", notify);
    },
  };
}
