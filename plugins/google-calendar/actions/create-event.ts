import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { calendarId, event, newEvent, notify } from "../fields.ts";

/** Puts an event into a calendar. */
export const createEvent = defineAction({
  name: "createEvent",
  label: "Create an event",
  description: "Puts an event into a calendar, with guests, reminders and a Google Meet address if you like.",
  input: z.strictObject({ calendarId, ...newEvent, ...notify }),
  output: event,
});
