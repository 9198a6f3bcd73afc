import { createParser } from "eventsource-parser";

/** One event of a stream, its data parsed. */
export interface ReceivedEvent {
  readonly event: string;
  // Tests read events they have just described.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly data: any;
}

/** The events of a whole stream's text. */
export function readEvents(text: string): ReceivedEvent[] {
  const events: ReceivedEvent[] = [];
  const parser = createParser({ onEvent: ({ event = "message", data }) => events.push({ event, data: JSON.parse(data) }) });
  parser.feed(text);
  return events;
}
