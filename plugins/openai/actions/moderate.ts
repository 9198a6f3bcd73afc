import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** What the service looks for. */
const CATEGORIES = [
  "harassment",
  "harassment/threatening",
  "hate",
  "hate/threatening",
  "illicit",
  "illicit/violent",
  "self-harm",
  "self-harm/instructions",
  "self-harm/intent",
  "sexual",
  "sexual/minors",
  "violence",
  "violence/graphic",
] as const;

/** Tells whether texts or an image are harmful. */
export const moderate = defineAction({
  name: "moderate",
  label: "Check for harmful content",
  description: "Tells whether a text or an image is harmful, and in what way. It costs nothing.",
  input: z.strictObject({
    text: z.string().optional().meta({ label: "Text", multiline: true, example: "You are late again!" }),
    image: z
      .string()
      .optional()
      .meta({ label: "Image", help: "An address, or a data: address with base64.", example: "https://example.com/photo.png" }),
    model: z.string().optional().meta({ label: "Model", default: "omni-moderation-latest", example: "omni-moderation-latest" }),
  }),
  output: z.object({
    flagged: z.boolean().meta({ label: "Harmful" }),
    flagged_categories: z.array(z.string()).meta({ label: "In what way", help: "For example violence or self-harm/intent." }),
    category_scores: z
      .object(Object.fromEntries(CATEGORIES.map((name) => [name, z.number().optional()])))
      .meta({ label: "Scores", help: "From 0 to 1." }),
    model: z.string().meta({ label: "Model" }),
  }),
  examples: [
    { text: "You are late again!" },
    { text: "You are late again!", image: "https://example.com/photo.png", model: "omni-moderation-latest" },
  ],
});
