import { idempotencyKey } from "../../kit/idempotency.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook, prefer } from "../api.ts";
import { encodeEvent } from "../encode-event.ts";
import type { CreateEventInput, CreateEventOutput } from "../types.generated.ts";

/** Puts an event into the calendar and invites its attendees. */
export async function createEvent({ calendarId, ...input }: CreateEventInput, options: StepOptions = {}): Promise<CreateEventOutput> {
  "use step";
  const place = calendarId === undefined ? "/me/events" : path`/me/calendars/${calendarId}/events`;
  // Outlook makes one event of calls that carry the same id.
  const json = { ...encodeEvent(input), transactionId: idempotencyKey() };
  return outlook.send({ path: place, json, headers: prefer({ timeZone: input.timeZone }) }, options);
}
