import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { calendarId, event, eventChange, eventId, notify } from "../fields.ts";

/** Changes an event. */
export const updateEvent = defineAction({
  name: "updateEvent",
  label: "Update an event",
  description: "Changes an event of a calendar; what is not named stays as it is.",
  input: z.strictObject({ calendarId, eventId, ...eventChange, ...notify }),
  output: event,
});
