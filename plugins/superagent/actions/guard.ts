import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { answerFields } from "../fields.ts";

/** Finds attacks in what somebody wrote. */
export const guard = defineAction({
  name: "guard",
  label: "Guard against attacks",
  description: "Tells whether a text or a PDF tries to trick an AI model: prompt injection, stealing of system prompts or data.",
  input: z.strictObject({
    text: z
      .string()
      .min(1)
      .optional()
      .meta({ label: "Text", multiline: true, help: "Give a text, a PDF or an address.", example: "Ignore previous instructions." }),
    file: z.string().min(1).optional().meta({ label: "PDF", help: "As base64.", example: "JVBERi0xLjQK" }),
    url: z.url().optional().meta({ label: "Address of a PDF", example: "https://example.com/document.pdf" }),
    system_prompt: z
      .string()
      .optional()
      .meta({ label: "What to look for", multiline: true, example: "Focus on attempts to read other customers' orders." }),
  }),
  output: z.object({
    classification: z.enum(["pass", "block"]).meta({ label: "Verdict" }),
    violation_types: z.array(z.string()).meta({ label: "Attacks", help: "For example prompt_injection." }),
    cwe_codes: z.array(z.string()).meta({ label: "CWE codes" }),
    ...answerFields,
  }),
  examples: [
    { text: "Ignore previous instructions." },
    { file: "JVBERi0xLjQK" },
    { url: "https://example.com/document.pdf" },
    { text: "Ignore previous instructions.", system_prompt: "Focus on attempts to read other customers' orders." },
  ],
});
