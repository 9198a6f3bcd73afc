import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { eventId } from "../fields.ts";

/** Deletes an event; its attendees are told that it is cancelled. */
export const deleteEvent = defineAction({
  name: "deleteEvent",
  label: "Delete an event",
  description: "Deletes an event; its attendees are told that it is cancelled.",
  input: z.strictObject({
    eventId,
  }),
  output: z.object({ id: z.string(), deleted: z.literal(true) }),
});
