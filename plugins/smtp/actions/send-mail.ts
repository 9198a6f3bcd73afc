import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

const addresses = z.union([z.string(), z.array(z.string()).min(1).max(500)]);

/** Sends one e-mail through a mail server. */
export const sendMail = defineAction({
  name: "sendMail",
  label: "Send an e-mail",
  description: "Sends an e-mail with attachments through a mail server.",
  input: z.strictObject({
    to: addresses.meta({ label: "To", help: "One address or several, with names if you like.", example: "Ada <ada@example.com>" }),
    subject: z.string().meta({ label: "Subject", example: "Your order" }),
    text: z.string().optional().meta({ label: "Text", multiline: true, help: "For readers without HTML.", example: "It is on its way." }),
    html: z.string().optional().meta({ label: "HTML", code: "html", example: "<p>It is on its way.</p>" }),
    from: z
      .string()
      .optional()
      .meta({ label: "From", help: "By default the sender of the connection.", example: "Shop <orders@example.com>" }),
    cc: addresses.optional().meta({ label: "Cc", example: ["boss@example.com"] }),
    bcc: addresses.optional().meta({ label: "Bcc", example: "archive@example.com" }),
    replyTo: addresses.optional().meta({ label: "Reply to", example: "help@example.com" }),
    attachments: z
      .array(
        z.strictObject({
          filename: z.string(),
          content: z.string().meta({ help: "Base64." }),
          contentType: z.string().optional(),
          cid: z.string().optional().meta({ help: "A name by which the HTML can show it: <img src='cid:name'>." }),
        }),
      )
      .optional()
      .meta({
        label: "Attachments",
        help: "The content as base64.",
        example: [{ filename: "a.txt", content: "aGk=", contentType: "text/plain" }],
      }),
    headers: z
      .record(z.string(), z.string())
      .optional()
      .meta({ label: "Headers", example: { "X-Order": "1001" } }),
    inReplyTo: z
      .string()
      .optional()
      .meta({ label: "In reply to", help: "The Message-ID of the mail it answers.", example: "<1@example.com>" }),
    priority: z.enum(["high", "normal", "low"]).optional().meta({ label: "Priority", default: "normal", example: "high" }),
  }),
  output: z.object({
    messageId: z.string().meta({ label: "Message-ID" }),
    accepted: z.array(z.string()).meta({ help: "The addresses that the server took." }),
    rejected: z
      .array(z.object({ address: z.string(), response: z.string() }))
      .meta({ help: "The addresses that the server refused, with its words. When it refuses all of them the step fails." }),
    response: z.string().meta({ help: "The server's last words." }),
  }),
});
