import { apiHeaders } from "./headers.ts";

/** One message of a server-sent event stream; null is a heartbeat. */
export type StreamMessage = { readonly id: number; readonly event: string; readonly data: unknown } | null;

/** Sends messages as server-sent events, at the reader's pace, and closes after the last one. */
export function eventStream(messages: AsyncGenerator<StreamMessage, void, undefined>, onCancel: () => void): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
    },
    async pull(controller) {
      const next = await messages.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(format(next.value)));
    },
    async cancel() {
      onCancel();
      await messages.return();
    },
  });
  // `no-transform` and `X-Accel-Buffering` keep proxies from holding messages back.
  const headers = apiHeaders({
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  return new Response(body, { headers });
}

/** JSON has no raw newlines, so one data line holds it. */
function format(message: StreamMessage): string {
  if (message === null) return ": still here\n\n";
  return `id: ${message.id}\nevent: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`;
}
