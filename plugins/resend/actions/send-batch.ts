import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { emailFields } from "../fields.ts";

/** Sends up to a hundred e-mails with one call. */
export const sendBatch = defineAction({
  name: "sendBatch",
  label: "Send many e-mails",
  description: "Sends up to 100 different e-mails with one call. Attachments and a later time are not possible here.",
  input: z.strictObject({
    emails: z
      .array(z.strictObject(emailFields))
      .min(1)
      .max(100)
      .meta({ label: "E-mails", example: [{ from: "Shop <orders@example.com>", to: "ada@example.com", subject: "Hello", text: "Hi." }] }),
  }),
  output: z.object({ data: z.array(z.object({ id: z.string() })).meta({ label: "Sent", help: "One id for each e-mail, in order." }) }),
});
