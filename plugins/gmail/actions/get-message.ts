import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { messageId } from "../fields.ts";

/** Reads an e-mail. */
export const getMessage = defineAction({
  name: "getMessage",
  label: "Get an e-mail",
  description: "Reads an e-mail: its text, its HTML and a list of its attachments.",
  input: z.strictObject({ id: messageId }),
  output: z.object({
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
  }),
});
