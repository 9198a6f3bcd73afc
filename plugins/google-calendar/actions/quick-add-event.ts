import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { calendarId, event, notify } from "../fields.ts";

/** Puts an event into a calendar by a sentence. */
export const quickAddEvent = defineAction({
  name: "quickAddEvent",
  label: "Create an event from a sentence",
  description: "Puts an event into a calendar from a sentence that says what and when.",
  input: z.strictObject({
    calendarId,
    text: z.string().min(1).meta({ label: "Sentence", example: "Lunch with Ada tomorrow at noon" }),
    ...notify,
  }),
  output: event,
});
