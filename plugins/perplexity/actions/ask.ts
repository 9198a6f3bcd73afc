import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { answerFields, questionFields, searchFields } from "../fields.ts";

/** Answers a question from the web. */
export const ask = defineAction({
  name: "ask",
  label: "Ask a question",
  description: "Answers a question with what the web says now, and names its sources.",
  input: z.strictObject({
    ...questionFields,
    model: z
      .string()
      .optional()
      .meta({ label: "Model", help: "sonar, sonar-pro or sonar-reasoning-pro.", default: "sonar", example: "sonar-pro" }),
    ...searchFields,
    search_context_size: z
      .enum(["low", "medium", "high"])
      .optional()
      .meta({ label: "How much it reads", default: "low", example: "medium" }),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "Must be two capital letters, such as FR.")
      .optional()
      .meta({ label: "Seen from", help: "Two letters of a country.", example: "FR" }),
    return_images: z.boolean().optional().meta({ label: "With images", default: false, example: true }),
    return_related_questions: z.boolean().optional().meta({ label: "With related questions", default: false, example: true }),
    disable_search: z.boolean().optional().meta({ label: "Without searching", default: false, example: false }),
    temperature: z.number().min(0).max(2).optional().meta({ label: "Temperature", example: 0.2 }),
  }),
  output: z.object(answerFields),
});
