import { z } from "zod";

export const calendarId = z
  .string()
  .min(1)
  .optional()
  .meta({
    label: "Calendar",
    help: "Its id; otherwise the account's main calendar.",
    default: "primary",
    example: "team@example.com",
    options: { action: "listCalendars", list: "calendars", value: "id", label: "summary" },
  });

export const eventId = z.string().min(1).meta({ label: "Event id", example: "7r3k0ec1rcq3m1j5e3vq1ndn4g" });

const when = z.union([
  z.string(),
  z.strictObject({ date: z.string().optional(), dateTime: z.string().optional(), timeZone: z.string().optional() }),
]);

const start = when.meta({
  label: "Start",
  help: "A time such as 2027-03-01T09:00:00+01:00, or a day such as 2027-03-01 for the whole day.",
  example: "2027-03-01T09:00:00+01:00",
});

const end = when.meta({
  label: "End",
  help: "As the start; of whole days, the day after the last one.",
  example: "2027-03-01T10:00:00+01:00",
});

/** What an event can be told about, beside its time. */
const details = {
  description: z.string().optional().meta({ label: "Description", multiline: true, help: "HTML is allowed.", example: "What comes next?" }),
  location: z.string().optional().meta({ label: "Place", example: "Room 3" }),
  attendees: z
    .array(z.string())
    .max(200)
    .optional()
    .meta({ label: "Guests", help: "Their e-mail addresses.", example: ["ada@example.com", "bob@example.com"] }),
  timeZone: z
    .string()
    .optional()
    .meta({ label: "Time zone", help: "For times that do not say theirs, and for series.", example: "Europe/Berlin" }),
  recurrence: z
    .array(z.string())
    .optional()
    .meta({ label: "Repeats", help: "Rules as in iCalendar (RFC 5545).", example: ["RRULE:FREQ=WEEKLY;COUNT=4"] }),
  colorId: z.string().optional().meta({ label: "Colour", help: "A number from 1 to 11.", example: "5" }),
  transparency: z.enum(["opaque", "transparent"]).optional().meta({ label: "Time is", help: "Opaque: busy. Transparent: free." }),
  visibility: z.enum(["default", "public", "private", "confidential"]).optional().meta({ label: "Visibility" }),
};

const sendUpdates = z
  .enum(["all", "externalOnly", "none"])
  .optional()
  .meta({ label: "Tell the guests", help: "By e-mail.", default: "none", example: "all" });

/** How guests hear of a change. */
export const notify = { sendUpdates };

/** The fields of a new event. */
export const newEvent = {
  summary: z.string().meta({ label: "Title", example: "Planning" }),
  start,
  end,
  ...details,
  reminderMinutes: z
    .array(z.int().min(0).max(40_320))
    .max(5)
    .optional()
    .meta({ label: "Reminders", help: "Minutes before the start; otherwise those of the calendar.", example: [10, 1_440] }),
  createMeet: z.boolean().optional().meta({ label: "With Google Meet", default: false, example: true }),
};

/** The fields of a change to an event; what is left out stays. */
export const eventChange = {
  summary: newEvent.summary.optional().meta({ label: "Title", example: "Planning, again" }),
  start: start.optional().meta({ label: "Start", help: "As for a new event.", example: "2027-03-02T09:00:00+01:00" }),
  end: end.optional().meta({ label: "End", example: "2027-03-02T10:00:00+01:00" }),
  ...details,
  attendees: details.attendees.meta({
    label: "Guests",
    help: "Their e-mail addresses; replaces those there are.",
    example: ["ada@example.com"],
  }),
};

const moment = z.object({
  date: z.string().optional().meta({ help: "Of an event that takes whole days." }),
  dateTime: z.string().optional(),
  timeZone: z.string().optional(),
});

/** An event as most actions give it. */
export const event = z.object({
  id: z.string().meta({ label: "Event id" }),
  status: z.string().meta({ label: "Status", help: "confirmed, tentative or cancelled." }),
  summary: z.string().meta({ label: "Title" }),
  description: z.string().nullable().meta({ label: "Description" }),
  location: z.string().nullable().meta({ label: "Place" }),
  start: moment.meta({ label: "Start" }),
  end: moment.meta({ label: "End" }),
  htmlLink: z.string().nullable().meta({ label: "Address" }),
  hangoutLink: z.string().nullable().meta({ label: "Google Meet" }),
  attendees: z.array(z.object({ email: z.string(), displayName: z.string(), responseStatus: z.string() })).meta({ label: "Guests" }),
  organizer: z.string().nullable().meta({ label: "Organizer", help: "An e-mail address." }),
  created: z.string().nullable().meta({ label: "Created" }),
  updated: z.string().nullable().meta({ label: "Changed" }),
  recurringEventId: z.string().nullable().meta({ label: "Series", help: "The id of the series the event is one of." }),
  iCalUID: z.string().nullable().meta({ label: "iCalendar id" }),
});
