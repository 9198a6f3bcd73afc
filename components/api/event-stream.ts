import { createParser } from "eventsource-parser";

/** One server-sent event: its name, and its data as JSON. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** Reads an answer's server-sent events until it ends; rejects when the connection breaks. */
export async function readEvents(response: Response, onEvent: (event: StreamEvent) => void): Promise<void> {
  const parser = createParser({
    onEvent: ({ event = "message", id, data }) => onEvent({ event, id, data: JSON.parse(data) as unknown }),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return;
    parser.feed(chunk.value);
  }
}
