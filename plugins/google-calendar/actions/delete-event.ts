import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { calendarId, eventId, notify } from "../fields.ts";

/** Removes an event. */
export const deleteEvent = defineAction({
  name: "deleteEvent",
  label: "Delete an event",
  description: "Removes an event from a calendar.",
  input: z.strictObject({ calendarId, eventId, ...notify }),
  output: z.object({ id: z.string().meta({ label: "Event id" }), deleted: z.literal(true).meta({ label: "Deleted" }) }),
});
