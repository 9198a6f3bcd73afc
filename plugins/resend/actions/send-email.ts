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
    template: z
      .strictObject({ id: z.string(), variables: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
      .optional()
      .meta({
        label: "Template",
        help: "A published template, in place of HTML and text.",
        example: { id: "34a080c9-b17d-4187-ad80-5af20266e535", variables: { name: "Ada" } },
      }),
    scheduled_at: z
      .string()
      .optional()
      .meta({ label: "Send at", help: "An ISO 8601 time, at most 30 days ahead.", example: "2030-01-01T09:00:00Z" }),
  }),
  output: z.object({ id: z.string().meta({ label: "E-mail id" }) }),
  // A template goes without HTML and text.
  examples: [
    {
      from: "Shop <orders@example.com>",
      to: ["ada@example.com"],
      subject: "Your order",
      template: { id: "34a080c9-b17d-4187-ad80-5af20266e535", variables: { name: "Ada" } },
    },
    {
      from: "Shop <orders@example.com>",
      to: "ada@example.com",
      subject: "Your order",
      html: "<p>It is on its way.</p>",
      text: "It is on its way.",
      cc: ["boss@example.com"],
      bcc: "archive@example.com",
      reply_to: "help@example.com",
      headers: { "X-Order": "1001" },
      tags: [{ name: "kind", value: "order" }],
      attachments: [{ filename: "a.txt", content: "aGk=" }],
      scheduled_at: "2030-01-01T09:00:00Z",
    },
  ],
});
