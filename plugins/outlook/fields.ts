import { z } from "zod";

const addresses = z.union([z.string(), z.array(z.string()).min(1).max(500)]);

export const messageId = z.string().meta({ label: "Message id", example: "AAMkADhMGAAA=" });
export const eventId = z.string().meta({ label: "Event id", example: "AAMkADEventAA=" });

export const folderId = z.string().meta({
  label: "Folder",
  help: "Its id, or inbox, drafts, sentitems, archive, deleteditems or junkemail.",
  example: "inbox",
  options: { action: "listFolders", list: "folders", value: "id", label: "displayName" },
});

export const calendarId = z
  .string()
  .optional()
  .meta({
    label: "Calendar",
    help: "Its id; without one, the default calendar.",
    example: "AAMkAGCalendar=",
    options: { action: "listCalendars", list: "calendars", value: "id", label: "name" },
  });

const contentType = z.enum(["html", "text"]);

export const bodyFields = {
  body: z.string().meta({ label: "Body", multiline: true, code: "html", example: "<p>It is on its way.</p>" }),
  contentType: contentType.optional().meta({ label: "Body is", default: "html", example: "html" }),
};

export const readAs = contentType.optional().meta({ label: "Body as", help: "By default as it was written.", example: "text" });

export const copies = {
  ccRecipients: addresses.optional().meta({ label: "Cc", example: ["boss@example.com"] }),
  bccRecipients: addresses.optional().meta({ label: "Bcc", example: "archive@example.com" }),
};

/** What a new message may have. */
export const messageFields = {
  toRecipients: addresses.meta({ label: "To", help: "One address or several, with names if you like.", example: "Ada <ada@example.com>" }),
  subject: z.string().meta({ label: "Subject", example: "Your order" }),
  ...bodyFields,
  ...copies,
  replyTo: addresses.optional().meta({ label: "Reply to", example: "help@example.com" }),
  importance: z.enum(["low", "normal", "high"]).optional().meta({ label: "Importance", default: "normal", example: "high" }),
  attachments: z
    .array(z.strictObject({ name: z.string(), contentBytes: z.string(), contentType: z.string().optional() }))
    .optional()
    .meta({
      label: "Attachments",
      help: "The content as base64; at most 3 MB in all.",
      example: [{ name: "a.txt", contentBytes: "aGk=", contentType: "text/plain" }],
    }),
};

/** What an event may have. */
export const eventFields = {
  subject: z.string().meta({ label: "Subject", example: "Review" }),
  start: z.string().meta({ label: "Begins", help: "In the time zone below, such as 2030-01-01T09:00:00.", example: "2030-01-01T09:00:00" }),
  end: z.string().meta({ label: "Ends", example: "2030-01-01T10:00:00" }),
  timeZone: z.string().optional().meta({ label: "Time zone", help: "Such as Europe/Zurich.", default: "UTC", example: "Europe/Zurich" }),
  body: bodyFields.body.optional().meta({ label: "Description", multiline: true, code: "html", example: "<p>Please come.</p>" }),
  contentType: bodyFields.contentType.meta({ label: "Description is", default: "html", example: "html" }),
  location: z.string().optional().meta({ label: "Place", example: "Room 1" }),
  attendees: addresses.optional().meta({ label: "Attendees", help: "They are invited by e-mail.", example: ["Ada <ada@example.com>"] }),
  isOnlineMeeting: z.boolean().optional().meta({ label: "As a Teams meeting", default: false, example: true }),
  isAllDay: z
    .boolean()
    .optional()
    .meta({ label: "The whole day", help: "It then begins and ends at midnight.", default: false, example: false }),
  reminderMinutesBeforeStart: z.int().min(0).optional().meta({ label: "Remind minutes before", example: 15 }),
  showAs: z
    .enum(["free", "tentative", "busy", "oof", "workingElsewhere"])
    .optional()
    .meta({ label: "Shown as", default: "busy", example: "tentative" }),
};

export const limit = z.int().min(1).max(10_000).optional().meta({ label: "At most", default: 100, example: 3 });

const person = z.object({ emailAddress: z.object({ address: z.string().nullish(), name: z.string().nullish() }).nullish() });
const text = z.object({ contentType: z.string().nullish(), content: z.string().nullish() });

/** A message as Graph gives it. */
export const message = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  bodyPreview: z.string().nullish(),
  body: text.nullish(),
  from: person.nullish(),
  toRecipients: z.array(person).optional(),
  ccRecipients: z.array(person).optional(),
  receivedDateTime: z.string().nullish(),
  sentDateTime: z.string().nullish(),
  isRead: z.boolean().nullish(),
  isDraft: z.boolean().nullish(),
  hasAttachments: z.boolean().nullish(),
  importance: z.string().nullish(),
  categories: z.array(z.string().nullable()).optional(),
  conversationId: z.string().nullish(),
  internetMessageId: z.string().nullish(),
  parentFolderId: z.string().nullish(),
  webLink: z.string().nullish(),
});

const moment = z.object({ dateTime: z.string(), timeZone: z.string().nullish() });

/** An event as Graph gives it. */
export const event = z.object({
  id: z.string(),
  subject: z.string().nullish(),
  bodyPreview: z.string().nullish(),
  start: moment.nullish(),
  end: moment.nullish(),
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  organizer: person.nullish(),
  attendees: z
    .array(person.extend({ type: z.string().nullish(), status: z.object({ response: z.string().nullish() }).nullish() }))
    .optional(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  showAs: z.string().nullish(),
  webLink: z.string().nullish(),
});

export const folder = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  parentFolderId: z.string().nullish(),
  totalItemCount: z.number().nullish(),
  unreadItemCount: z.number().nullish(),
});

export const done = z.object({ ok: z.literal(true) });
