import type { AiEvent, AssistRequest, GenerateRequest } from "../../../lib/api/ai-schemas.ts";
import { aiEvents } from "../../../lib/api/ai-schemas.ts";
import { ApiError } from "../../api/api-error.ts";
import { apiResponse } from "../../api/client.ts";
import { readEvents } from "../../api/event-stream.ts";

/** What is asked of a model: a change of the document, or words about it. */
export type AiQuestion =
  | { readonly route: "POST /api/ai/generate-workflow"; readonly body: GenerateRequest }
  | { readonly route: "POST /api/ai/assist"; readonly body: AssistRequest };

/** Asks, and calls back for each event. Rejects with `ApiError` for what was refused before the model was asked, or when the connection breaks. */
export type StreamAi = (question: AiQuestion, signal: AbortSignal, onEvent: (event: AiEvent) => void) => Promise<void>;

/** `StreamAi` for the server of this page. */
export const streamAi: StreamAi = async (question, signal, onEvent) => {
  const response =
    question.route === "POST /api/ai/assist"
      ? await apiResponse(question.route, { body: question.body, signal })
      : await apiResponse(question.route, { body: question.body, signal });
  try {
    await readEvents(response, ({ event, data }) => {
      const parsed = parseEvent(event, data);
      if (parsed) onEvent(parsed);
    });
  } catch (error) {
    if (signal.aborted || error instanceof ApiError) throw error;
    throw new ApiError(0, { code: "unreachable", message: "The connection broke while the model was answering.", hint: "Ask again." });
  }
};

/** Undefined for an event that this page does not know. */
function parseEvent(event: string, data: unknown): AiEvent | undefined {
  if (!isKnown(event)) return undefined;
  const parsed = aiEvents[event].safeParse(data);
  if (!parsed.success)
    throw new ApiError(0, { code: "invalid_answer", message: "The server sent what this page cannot read.", hint: "Reload the page." });
  // The schema is the one of this event's name.
  return { event, data: parsed.data } as AiEvent;
}

function isKnown(event: string): event is AiEvent["event"] {
  return Object.hasOwn(aiEvents, event);
}
