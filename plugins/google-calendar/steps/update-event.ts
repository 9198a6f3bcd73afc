import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { calendar } from "../api.ts";
import type { EventAnswer } from "../events.ts";
import { presentEvent, toEvent } from "../events.ts";
import type { UpdateEventInput, UpdateEventOutput } from "../types.generated.ts";

/** Changes an event; what is not named stays as it is. */
export async function updateEvent(input: UpdateEventInput, options: StepOptions = {}): Promise<UpdateEventOutput> {
  "use step";
  const { calendarId = "primary", eventId, sendUpdates, ...form } = input;
  const place = path`/calendar/v3/calendars/${calendarId}/events/${eventId}`;
  return presentEvent(
    await calendar.send<EventAnswer>({ method: "PATCH", path: place, query: { sendUpdates }, json: toEvent(form) }, options),
  );
}
