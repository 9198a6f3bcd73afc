import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { calendar } from "../api.ts";
import type { DeleteEventInput, DeleteEventOutput } from "../types.generated.ts";

/** Removes an event. */
export async function deleteEvent(input: DeleteEventInput, options: StepOptions = {}): Promise<DeleteEventOutput> {
  "use step";
  const { calendarId = "primary", eventId, sendUpdates } = input;
  const place = path`/calendar/v3/calendars/${calendarId}/events/${eventId}`;
  await calendar.send({ method: "DELETE", path: place, query: { sendUpdates } }, options);
  return { id: eventId, deleted: true };
}
