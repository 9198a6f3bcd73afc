import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { calendarId, event, eventId } from "../fields.ts";

/** Reads an event. */
export const getEvent = defineAction({
  name: "getEvent",
  label: "Get an event",
  description: "Reads an event of a calendar.",
  input: z.strictObject({ calendarId, eventId }),
  output: event,
});
