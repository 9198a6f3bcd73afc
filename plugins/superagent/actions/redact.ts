import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { answerFields } from "../fields.ts";

/** Takes personal data out of a text. */
export const redact = defineAction({
  name: "redact",
  label: "Redact personal data",
  description: "Takes e-mail addresses, phone numbers, secrets and other personal data out of a text or a PDF.",
  input: z.strictObject({
    text: z.string().min(1).meta({
      label: "Text",
      multiline: true,
      help: "With a PDF: what it is.",
      example: "My email is john@example.com and SSN is 123-45-6789",
    }),
    entities: z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .meta({ label: "What to take out", help: "Default all personal data.", example: ["Email Addresses", "Social Security Numbers"] }),
    rewrite: z
      .boolean()
      .optional()
      .meta({ label: "Rewrite sentences", help: "In place of marks such as <EMAIL_REDACTED>.", default: false, example: false }),
    file: z.string().min(1).optional().meta({ label: "PDF", help: "As base64.", example: "JVBERi0xLjQK" }),
  }),
  output: z.object({
    redacted: z.string().meta({ label: "Redacted text" }),
    redacted_pdf: z.string().nullable().meta({ label: "Redacted PDF", help: "As base64." }),
    ...answerFields,
  }),
  examples: [
    { text: "My email is john@example.com and SSN is 123-45-6789" },
    { text: "An application.", entities: ["Email Addresses"], rewrite: true, file: "JVBERi0xLjQK" },
    {
      text: "My email is john@example.com and SSN is 123-45-6789",
      entities: ["Email Addresses", "Social Security Numbers"],
      rewrite: false,
    },
  ],
});
