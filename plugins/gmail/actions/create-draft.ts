import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { content, recipients } from "../fields.ts";

/** Writes an e-mail without sending it. */
export const createDraft = defineAction({
  name: "createDraft",
  label: "Create a draft",
  description: "Writes an e-mail that a person can look over and send, as a new one or as a reply.",
  input: z.strictObject({
    replyToMessageId: z
      .string()
      .optional()
      .meta({ label: "In reply to", help: "The id of a message; the draft then goes to its sender.", example: "18c2f5a1b2c3d4e5" }),
    to: recipients.to.optional().meta({ label: "To", example: "Ada <ada@example.com>" }),
    cc: recipients.cc,
    bcc: recipients.bcc,
    subject: z.string().optional().meta({ label: "Subject", example: "Your order ✓" }),
    ...content,
  }),
  output: z.object({
    id: z.string().meta({ label: "Draft id" }),
    message: z.object({ id: z.string(), threadId: z.string() }).meta({ label: "Message" }),
  }),
});
