import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { calendarId, event, limit } from "../fields.ts";

/** Lists the events between two times, each occurrence of a repeated one included. */
export const listEvents = defineAction({
  name: "listEvents",
  label: "List events",
  description: "Lists the events between two times, each occurrence of a repeated one included.",
  input: z.strictObject({
    startDateTime: z.string().meta({ label: "From", help: "An ISO 8601 time.", example: "2030-01-01T00:00:00.000Z" }),
    endDateTime: z.string().meta({ label: "Until", help: "An ISO 8601 time.", example: "2030-01-31T00:00:00.000Z" }),
    timeZone: z.string().optional().meta({ label: "Times in", help: "Such as Europe/Zurich.", default: "UTC", example: "Europe/Zurich" }),
    calendarId,
    limit,
  }),
  output: z.object({ events: z.array(event) }),
});
