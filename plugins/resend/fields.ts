import { z } from "zod";

const addresses = z.union([z.string(), z.array(z.string()).max(50)]);

/** The fields of one e-mail. */
export const emailFields = {
  from: z
    .string()
    .meta({ label: "From", help: "An address of a verified domain, with a name if you like.", example: "Shop <orders@example.com>" }),
  to: addresses.meta({ label: "To", help: "One address, or up to 50.", example: "ada@example.com" }),
  subject: z.string().meta({ label: "Subject", example: "Your order" }),
  html: z.string().optional().meta({ label: "HTML", code: "html", example: "<p>It is on its way.</p>" }),
  text: z.string().optional().meta({ label: "Text", multiline: true, help: "For readers without HTML.", example: "It is on its way." }),
  cc: addresses.optional().meta({ label: "Cc", example: ["boss@example.com"] }),
  bcc: addresses.optional().meta({ label: "Bcc", example: "archive@example.com" }),
  reply_to: addresses.optional().meta({ label: "Reply to", example: "help@example.com" }),
  headers: z
    .record(z.string(), z.string())
    .optional()
    .meta({ label: "Headers", example: { "X-Order": "1001" } }),
  tags: z
    .array(z.strictObject({ name: z.string(), value: z.string() }))
    .optional()
    .meta({ label: "Tags", help: "Letters, digits, _ and - only.", example: [{ name: "kind", value: "order" }] }),
};
