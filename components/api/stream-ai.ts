import { EventSourceParserStream } from "eventsource-parser/stream";
import type { AiEvent, AiEventName } from "../../lib/api/ai-schemas.ts";
import { aiEvents } from "../../lib/api/ai-schemas.ts";
import { ApiError } from "./api-error.ts";
import type { CallOptions } from "./client.ts";
import { apiResponse } from "./client.ts";

type AiRoute = "POST /api/ai/generate-workflow" | "POST /api/ai/assist";

/** What comes from a stream; its `error` event is thrown instead. */
export type AiStreamEvent = Exclude<AiEvent, { event: "error" }>;

const LAST: ReadonlySet<AiEventName> = new Set(["proposal", "refused", "result"]);

/**
 * Asks a model, and gives the events as they come, each checked by its schema; the last is `proposal`, `refused` or `result`. Fails with `ApiError`
 * when the server refuses (`not_configured`, `budget_exhausted`), says that it failed, or is lost before the last event; with an `AbortError` when
 * `signal` aborts. Leaving the loop closes the connection, and that stops the model. Brings Zod along: import it lazily.
 */
export async function* streamAi<Route extends AiRoute>(
  route: Route,
  options: CallOptions<Route>,
): AsyncGenerator<AiStreamEvent, void, undefined> {
  const { body } = await apiResponse(route, options);
  const reader = body?.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader();
  try {
    for (;;) {
      const next = await reader?.read().catch(rethrow);
      if (!next || next.done) throw lost();
      const event = readEvent(next.value.event, next.value.data);
      if (event === undefined) continue;
      if (event.event === "error") throw new ApiError(200, event.data);
      yield event;
      if (LAST.has(event.event)) return;
    }
  } finally {
    // The connection may be gone already.
    await reader?.cancel().catch(() => undefined);
  }
}

/** Undefined for an event of a newer server, which this page knows nothing of. */
function readEvent(name: string | undefined, text: string): AiEvent | undefined {
  if (!isEventName(name)) return undefined;
  const parsed = aiEvents[name].safeParse(parseJson(text));
  if (!parsed.success) {
    throw new ApiError(200, {
      code: "internal",
      message: `Weft's answer cannot be read at "${name}".`,
      hint: "Reload the page and ask again.",
    });
  }
  // The schema is the one of this very name.
  return { event: name, data: parsed.data } as AiEvent;
}

function isEventName(name: string | undefined): name is AiEventName {
  return name !== undefined && Object.hasOwn(aiEvents, name);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rethrow(error: unknown): never {
  if (error instanceof DOMException && error.name === "AbortError") throw error;
  throw lost();
}

function lost(): ApiError {
  return new ApiError(0, { code: "unreachable", message: "The connection was lost before the answer was whole.", hint: "Ask again." });
}
