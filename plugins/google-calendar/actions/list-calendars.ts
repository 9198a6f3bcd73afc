import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Lists the calendars of the account. */
export const listCalendars = defineAction({
  name: "listCalendars",
  label: "List calendars",
  description: "Lists the calendars that the account sees, its own and shared ones.",
  input: z.strictObject({ limit: z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 10 }) }),
  output: z.object({
    calendars: z
      .array(
        z.object({
          id: z.string(),
          summary: z.string().meta({ help: "Its name." }),
          description: z.string().nullable(),
          timeZone: z.string().nullable(),
          accessRole: z.string().meta({ help: "freeBusyReader, reader, writer or owner." }),
          primary: z.boolean(),
        }),
      )
      .meta({ label: "Calendars" }),
  }),
});
