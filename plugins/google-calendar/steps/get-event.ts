import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { calendar } from "../api.ts";
import type { EventAnswer } from "../events.ts";
import { presentEvent } from "../events.ts";
import type { GetEventInput, GetEventOutput } from "../types.generated.ts";

/** Reads an event. */
export async function getEvent({ calendarId = "primary", eventId }: GetEventInput, options: StepOptions = {}): Promise<GetEventOutput> {
  "use step";
  return presentEvent(await calendar.send<EventAnswer>({ path: path`/calendar/v3/calendars/${calendarId}/events/${eventId}` }, options));
}
