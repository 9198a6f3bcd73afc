import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { event, eventId } from "../fields.ts";

/** Gets an event with its attendees and their answers. */
export const getEvent = defineAction({
  name: "getEvent",
  label: "Get an event",
  description: "Gets an event with its attendees and their answers.",
  input: z.strictObject({
    eventId,
  }),
  output: event,
});
