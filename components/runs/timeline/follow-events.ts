import type { StreamEvent } from "../../api/event-stream.ts";

/** Whether what is shown is what is: `reconnecting` while the connection is broken. */
export type FollowState = "connecting" | "live" | "reconnecting" | "ended";

export interface FollowOptions {
  /** Opens the stream after the event `lastId`, and calls back for each event until it ends. */
  readonly read: (
    lastId: string | undefined,
    signal: AbortSignal,
    onOpen: () => void,
    onEvent: (event: StreamEvent) => void,
  ) => Promise<void>;
  /** What came since it was called last, in order. */
  readonly onEvents: (events: readonly StreamEvent[]) => void;
  readonly onState: (state: FollowState) => void;
  /** Whether nothing comes after these events, so that an ended stream is not opened again. */
  readonly isLast: (events: readonly StreamEvent[]) => boolean;
  /** Whether it is of no use to try again. */
  readonly isFinal: (error: unknown) => boolean;
  readonly signal: AbortSignal;
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Events within this many milliseconds are told at once: a burst draws the page once, and nobody sees the difference. */
const TOGETHER_MS = 16;
const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** Follows a stream of events until its last one, and opens it again where it broke: after the last event that came, with growing pauses. */
export async function followEvents(options: FollowOptions): Promise<void> {
  const { read, onEvents, onState, isLast, isFinal, signal, sleep = pause } = options;
  let lastId: string | undefined;
  let isDone = false;
  const goesOn = (): boolean => !isDone && !signal.aborted;
  let pauseMs = SHORTEST_PAUSE_MS;
  let waiting: StreamEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const events = waiting;
    waiting = [];
    if (events.length > 0 && !signal.aborted) onEvents(events);
  };
  onState("connecting");
  while (goesOn()) {
    const opened = (): void => onState("live");
    const received = (event: StreamEvent): void => {
      lastId = event.id ?? lastId;
      pauseMs = SHORTEST_PAUSE_MS;
      waiting.push(event);
      isDone ||= isLast([event]);
      timer ??= setTimeout(tell, TOGETHER_MS);
    };
    const failure: unknown = await read(lastId, signal, opened, received).catch((error: unknown) => error ?? new Error("broken"));
    tell();
    if (!goesOn() || (failure !== undefined && isFinal(failure))) break;
    onState("reconnecting");
    await sleep(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
  if (!signal.aborted) onState("ended");
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
    // Back online, nobody waits for the pause to end.
    globalThis.addEventListener?.("online", stop, { once: true });
  });
}
