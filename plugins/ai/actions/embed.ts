import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { modelFields } from "../fields.ts";

/** Turns texts into vectors. */
export const embed = defineAction({
  name: "embed",
  label: "Embed text",
  description: "Turns one text or many into vectors of numbers that tell how close in meaning they are, for search by meaning.",
  input: z.strictObject({
    ...modelFields,
    model: modelFields.model.meta({
      ...modelFields.model.meta(),
      help: "As the provider calls it: openai/text-embedding-3-small at the AI Gateway, text-embedding-3-small at OpenAI.",
      example: "text-embedding-3-small",
    }),
    value: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(10_000)])
      .meta({ label: "Text", help: "One text, or a list of them.", example: ["Where is my parcel?", "I want my money back."] }),
    dimensions: z
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .meta({ label: "Dimensions", help: "Numbers in a vector, where the model can give fewer.", example: 256 }),
  }),
  output: z.object({
    embedding: z.array(z.number()).meta({ label: "Vector", help: "Of the first text." }),
    embeddings: z.array(z.array(z.number())).meta({ label: "Vectors", help: "One for each text, in order." }),
    usage: z.object({ tokens: z.number().nullable() }).meta({ label: "Tokens used" }),
  }),
});
