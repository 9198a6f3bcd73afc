import type { QueryClient } from "@tanstack/react-query";
import type { RunTimeline } from "../../../lib/api/run-schemas.ts";
import { api, apiResponse } from "../../api/client.ts";
import { isApiError } from "../../api/api-error.ts";
import type { StreamEvent } from "../../api/event-stream.ts";
import { readEvents } from "../../api/event-stream.ts";
import { applyMessages, hasEnded } from "./apply-messages.ts";
import type { FollowState } from "./follow-events.ts";
import { followEvents } from "./follow-events.ts";
import type { RunMessage } from "./run-message.ts";
import { runKeys } from "./run-keys.ts";

/** A run that this page follows: one connection, however many look at it. */
interface RunFeed {
  users: number;
  state: FollowState;
  /** Told since the timeline was last asked for: an answer may be older than they are. */
  since: RunMessage[];
  readonly listeners: Set<() => void>;
  readonly gone: AbortController;
}

const feedsOf = new WeakMap<QueryClient, Map<string, RunFeed>>();

function feeds(client: QueryClient): Map<string, RunFeed> {
  let all = feedsOf.get(client);
  if (!all) feedsOf.set(client, (all = new Map()));
  return all;
}

/** Reads a timeline, what was told meanwhile included. */
export async function loadTimeline(client: QueryClient, run: string, signal?: AbortSignal): Promise<RunTimeline> {
  const feed = feeds(client).get(run);
  if (feed) feed.since = [];
  const timeline = await api("GET /api/runs/{id}/timeline", { params: { id: run }, ...(signal ? { signal } : {}) });
  return applyMessages(timeline, feeds(client).get(run)?.since ?? []);
}

/** How the following of a run goes; undefined when nobody follows it. */
export function feedState(client: QueryClient, run: string): FollowState | undefined {
  return feeds(client).get(run)?.state;
}

/** Follows a run until it ends or the function that this gives is called; `onState` hears how it goes. Messages go into the timeline's query. */
export function joinFeed(client: QueryClient, run: string, onState: () => void): () => void {
  const all = feeds(client);
  let feed = all.get(run);
  if (!feed) {
    feed = { users: 0, state: "connecting", since: [], listeners: new Set(), gone: new AbortController() };
    all.set(run, feed);
    void follow(client, run, feed);
  }
  const joined = feed;
  joined.users++;
  joined.listeners.add(onState);
  return () => {
    joined.listeners.delete(onState);
    if (--joined.users > 0) return;
    joined.gone.abort();
    if (all.get(run) === joined) all.delete(run);
  };
}

function follow(client: QueryClient, run: string, feed: RunFeed): Promise<void> {
  const { signal } = feed.gone;
  const refresh = refresher(client, run, signal);
  return followEvents({
    signal,
    read: async (lastEventId, stop, onOpen, onEvent) => {
      const options = { params: { id: run }, signal: stop, ...(lastEventId === undefined ? {} : { lastEventId }) };
      const response = await apiResponse("GET /api/runs/{id}/events", options);
      onOpen();
      await readEvents(response, onEvent);
    },
    onEvents: (events) => {
      const messages = events.flatMap(asMessage);
      feed.since.push(...messages);
      client.setQueryData<RunTimeline>(runKeys.timeline(run), (timeline) => timeline && applyMessages(timeline, messages));
      refresh(events);
    },
    onState: (state) => {
      feed.state = state;
      for (const listener of feed.listeners) listener();
    },
    isLast: (events) => events.flatMap(asMessage).some(isEnd),
    isFinal: (error) => isApiError(error) && error.status >= 400 && error.status < 500,
  });
}

/** Events say less than a timeline (outputs, sleeps, what was skipped): it is read again soon after them, and at once after the last. */
function refresher(client: QueryClient, run: string, signal: AbortSignal): (events: readonly StreamEvent[]) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    timer = undefined;
    if (!signal.aborted) void client.invalidateQueries({ queryKey: runKeys.timeline(run) }, { cancelRefetch: false });
  };
  return (events) => {
    if (events.flatMap(asMessage).some(isEnd)) {
      clearTimeout(timer);
      void client.invalidateQueries({ queryKey: runKeys.run(run) });
      void client.invalidateQueries({ queryKey: runKeys.lists });
      return;
    }
    const steps = client.getQueryData<RunTimeline>(runKeys.timeline(run))?.steps.length ?? 0;
    timer ??= setTimeout(read, Math.min(300 + steps / 4, 3_000));
  };
}

function isEnd(message: RunMessage): boolean {
  return message.event === "run" && hasEnded(message.data.status);
}

/** Our own server's events; one of a kind that this page does not know yet tells it nothing. */
function asMessage({ event, data }: StreamEvent): RunMessage[] {
  return event === "run" || event === "step" || event === "wait" ? [{ event, data } as RunMessage] : [];
}
