import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Asks when calendars are busy. */
export const queryFreeBusy = defineAction({
  name: "queryFreeBusy",
  label: "Find busy times",
  description: "Tells when the people or rooms of some calendars are busy in a time span.",
  input: z.strictObject({
    timeMin: z.string().meta({ label: "From", help: "A time with its time zone.", example: "2027-03-01T00:00:00Z" }),
    timeMax: z.string().meta({ label: "Until", example: "2027-03-08T00:00:00Z" }),
    calendarIds: z
      .array(z.string().min(1))
      .min(1)
      .max(50)
      .meta({
        label: "Calendars",
        help: "Their ids; a person's is the e-mail address.",
        example: ["primary", "ada@example.com"],
        options: { action: "listCalendars", list: "calendars", value: "id", label: "summary" },
      }),
    timeZone: z.string().optional().meta({ label: "Time zone", help: "Of the times in the answer.", example: "Europe/Berlin" }),
  }),
  output: z.object({
    calendars: z
      .array(
        z.object({
          id: z.string(),
          busy: z.array(z.object({ start: z.string(), end: z.string() })),
          errors: z.array(z.string()).meta({ help: "Why a calendar could not be asked, for example notFound." }),
        }),
      )
      .meta({ label: "Calendars" }),
  }),
});
