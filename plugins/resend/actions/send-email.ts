import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { emailFields } from "../fields.ts";

/** Sends one e-mail, now or later. */
export const sendEmail = defineAction({
  name: "sendEmail",
  label: "Send an e-mail",
  description: "Sends one e-mail from a verified domain, now or at a later time.",
  input: z.strictObject({
    ...emailFields,
    attachments: z
      .array(
        z.strictObject({
          filename: z.string(),
          content: z.string().optional(),
          path: z.string().optional(),
          content_type: z.string().optional(),
          content_id: z.string().optional().meta({ help: "A name by which the HTML can show it: <img src='cid:name'>." }),
        }),
      )
      .optional()
      .meta({
        label: "Attachments",
        help: "The content as base64, or the address to take it from.",
        example: [{ filename: "a.txt", content: "aGk=" }],
      }),
    scheduled_at: z
      .string()
      .optional()
      .meta({ label: "Send at", help: "An ISO 8601 time, at most 30 days ahead.", example: "2030-01-01T09:00:00Z" }),
  }),
  output: z.object({ id: z.string().meta({ label: "E-mail id" }) }),
});
