import { idempotencyKey } from "../../kit/idempotency.ts";
import { path } from "../../kit/path.ts";
import { stepError } from "../../kit/step-error.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { calendar } from "../api.ts";
import { eventIdOf } from "../event-id.ts";
import type { EventAnswer } from "../events.ts";
import { presentEvent, toEvent } from "../events.ts";
import type { CreateEventInput, CreateEventOutput } from "../types.generated.ts";

/** Puts an event into a calendar; a repeated attempt finds the one that the first has made. */
export async function createEvent(input: CreateEventInput, options: StepOptions = {}): Promise<CreateEventOutput> {
  "use step";
  const { calendarId = "primary", reminderMinutes, createMeet = false, sendUpdates, ...form } = input;
  const events = path`/calendar/v3/calendars/${calendarId}/events`;
  const id = await eventIdOf(idempotencyKey());
  const json = {
    id,
    ...toEvent(form),
    reminders: reminderMinutes && { useDefault: false, overrides: reminderMinutes.map((minutes) => ({ method: "popup", minutes })) },
    conferenceData: createMeet ? { createRequest: { requestId: id, conferenceSolutionKey: { type: "hangoutsMeet" } } } : undefined,
  };
  const query = { sendUpdates, conferenceDataVersion: createMeet ? 1 : undefined };
  try {
    return presentEvent(await calendar.send<EventAnswer>({ path: events, query, json }, options));
  } catch (error) {
    // Google answers so when an earlier attempt has arrived after all.
    if (stepError(error).status !== 409) throw error;
    return presentEvent(await calendar.send<EventAnswer>({ path: `${events}/${id}` }, options));
  }
}
