import type { AiEvent } from "../api/ai-schemas.ts";
import type { StreamMessage } from "../api/event-stream.ts";
import { eventStream } from "../api/event-stream.ts";
import { isAppError } from "../errors.ts";

/** Proxies close what is silent; a model may think for a minute. */
const HEARTBEAT_MS = 10_000;

/**
 * Answers with a model's events. What is thrown before the first is an ordinary failure; what is thrown later becomes the last event. When the client
 * goes away the model is stopped.
 */
export async function streamEvents(
  requested: AbortSignal,
  start: (gone: AbortSignal) => Promise<AsyncGenerator<AiEvent, void, undefined>>,
): Promise<Response> {
  const gone = new AbortController();
  const stop = (): void => gone.abort();
  if (requested.aborted) stop();
  requested.addEventListener("abort", stop, { once: true });
  return eventStream(withHeartbeats(await start(gone.signal), gone.signal), stop);
}

async function* withHeartbeats(
  events: AsyncGenerator<AiEvent, void, undefined>,
  gone: AbortSignal,
): AsyncGenerator<StreamMessage, void, undefined> {
  let count = 0;
  try {
    for (let next = read(events); !gone.aborted;) {
      const quiet = startPause(gone);
      const result = await Promise.race([next, quiet.over]);
      quiet.stop();
      if (result === undefined) {
        yield null;
        continue;
      }
      if (result.done === true) return;
      yield { id: ++count, ...result.value };
      next = read(events);
    }
  } finally {
    // Not waited for: a generator that waits for its model ends when the abort reaches it.
    void events.return().catch(() => undefined);
  }
}

type Next = IteratorResult<AiEvent, void>;

/** What fails in the middle is told as an event: the status was sent long ago. */
function read(events: AsyncGenerator<AiEvent, void, undefined>): Promise<Next> {
  return events.next().catch((error: unknown): Next => {
    if (isAppError(error))
      return { value: { event: "error", data: { code: error.code, message: error.message, hint: error.hint ?? null } } };
    console.error("Asking a model failed:", error);
    return {
      value: { event: "error", data: { code: "internal", message: "Weft failed to go on.", hint: "The server's log has the reason." } },
    };
  });
}

/** Over after the time of a heartbeat, or when the client goes away. */
function startPause(gone: AbortSignal): { over: Promise<void>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, HEARTBEAT_MS);
  const stop = (): void => {
    clearTimeout(timer);
    gone.removeEventListener("abort", stop);
    resolve();
  };
  gone.addEventListener("abort", stop, { once: true });
  return { over: promise, stop };
}
