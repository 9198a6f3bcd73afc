import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the calendars of the person. */
export const listCalendars = defineAction({
  name: "listCalendars",
  label: "List calendars",
  description: "Lists the calendars of the person.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({
    calendars: z.array(
      z.object({ id: z.string(), name: z.string().nullish(), canEdit: z.boolean().nullish(), isDefaultCalendar: z.boolean().nullish() }),
    ),
  }),
});
