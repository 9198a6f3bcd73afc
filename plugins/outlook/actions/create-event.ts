import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { calendarId, event, eventFields } from "../fields.ts";

/** Puts an event into the calendar and invites its attendees. */
export const createEvent = defineAction({
  name: "createEvent",
  label: "Create an event",
  description: "Puts an event into the calendar and invites its attendees.",
  input: z.strictObject({
    ...eventFields,
    calendarId,
  }),
  output: event,
});
