import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { event, eventFields, eventId } from "../fields.ts";

/** Changes what is given of an event; its attendees are told. */
export const updateEvent = defineAction({
  name: "updateEvent",
  label: "Change an event",
  description: "Changes what is given of an event; its attendees are told.",
  input: z.strictObject({
    eventId,
    subject: eventFields.subject.optional().meta({ label: "Subject", example: "Review 2" }),
    start: eventFields.start.optional().meta({ label: "Begins", help: "Together with its end.", example: "2030-01-01T09:00:00" }),
    end: eventFields.end.optional().meta({ label: "Ends", example: "2030-01-01T10:00:00" }),
    timeZone: eventFields.timeZone,
    body: eventFields.body,
    contentType: eventFields.contentType,
    location: eventFields.location,
    attendees: eventFields.attendees,
    isOnlineMeeting: eventFields.isOnlineMeeting,
    showAs: eventFields.showAs,
  }),
  output: event,
});
