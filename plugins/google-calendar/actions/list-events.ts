import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { calendarId, event } from "../fields.ts";

/** Lists the events of a calendar. */
export const listEvents = defineAction({
  name: "listEvents",
  label: "List events",
  description: "Lists the events of a calendar in a time span, in the order of their start; a series gives each of its events.",
  input: z.strictObject({
    calendarId,
    timeMin: z
      .string()
      .optional()
      .meta({ label: "From", help: "Events that end after this time; with its time zone.", example: "2027-03-01T00:00:00Z" }),
    timeMax: z.string().optional().meta({ label: "Until", help: "Events that start before this time.", example: "2027-03-08T00:00:00Z" }),
    q: z.string().optional().meta({ label: "Search", help: "Words in the title, description, place or guests.", example: "planning" }),
    timeZone: z.string().optional().meta({ label: "Time zone", help: "Of the times in the answer.", example: "Europe/Berlin" }),
    showDeleted: z.boolean().optional().meta({ label: "Also deleted ones", default: false, example: true }),
    limit: z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 5 }),
  }),
  output: z.object({ events: z.array(event).meta({ label: "Events" }) }),
});
