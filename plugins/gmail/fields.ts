import { z } from "zod";

const addresses = z.union([z.string(), z.array(z.string())]);

/** Who gets a message. */
export const recipients = {
  to: addresses.meta({ label: "To", help: "One address or several, with names if you like.", example: "Ada <ada@example.com>" }),
  cc: addresses.optional().meta({ label: "Cc", example: ["boss@example.com"] }),
  bcc: addresses.optional().meta({ label: "Bcc", example: "archive@example.com" }),
};

/** What a message says. */
export const content = {
  text: z.string().optional().meta({ label: "Text", multiline: true, help: "For readers without HTML too.", example: "It is on its way." }),
  html: z.string().optional().meta({ label: "HTML", code: "html", example: "<p>It is on its way.</p>" }),
  attachments: z
    .array(
      z.strictObject({
        filename: z.string().min(1),
        content: z.string().meta({ help: "As base64." }),
        contentType: z.string().optional().meta({ help: "For example application/pdf." }),
      }),
    )
    .optional()
    .meta({ label: "Attachments", example: [{ filename: "note.txt", content: "aGk=", contentType: "text/plain" }] }),
  from: z
    .string()
    .optional()
    .meta({ label: "From", help: "An alias of the account; otherwise its address.", example: "Shop <shop@example.com>" }),
  replyTo: z.string().optional().meta({ label: "Reply to", example: "help@example.com" }),
};

export const messageId = z.string().min(1).meta({ label: "Message id", example: "18c2f5a1b2c3d4e5" });

export const labelIds = z
  .array(z.string().min(1))
  .min(1)
  .max(100)
  .meta({
    label: "Labels",
    help: "Their ids.",
    example: ["STARRED", "Label_12"],
    options: { action: "listLabels", list: "labels", value: "id", label: "name" },
  });

/** A message after a change. */
export const changedMessage = z.object({
  id: z.string().meta({ label: "Message id" }),
  threadId: z.string().meta({ label: "Thread id" }),
  labelIds: z.array(z.string()).meta({ label: "Labels" }),
});

/** An e-mail with all it says. */
export const message = z.object({
  id: z.string().meta({ label: "Message id" }),
  threadId: z.string().meta({ label: "Thread id" }),
  labelIds: z.array(z.string()).meta({ label: "Labels" }),
  snippet: z.string().meta({ label: "Beginning" }),
  date: z.string().nullable().meta({ label: "Date", help: "ISO 8601." }),
  from: z.string().meta({ label: "From" }),
  to: z.string().meta({ label: "To" }),
  cc: z.string().meta({ label: "Cc" }),
  replyTo: z.string().meta({ label: "Reply to" }),
  subject: z.string().meta({ label: "Subject" }),
  messageId: z.string().meta({ label: "Message-ID", help: "The header of that name." }),
  text: z.string().meta({ label: "Text", help: "Empty when there is HTML only." }),
  html: z.string().meta({ label: "HTML" }),
  attachments: z
    .array(z.object({ attachmentId: z.string(), filename: z.string(), mimeType: z.string(), size: z.int() }))
    .meta({ label: "Attachments" }),
});
