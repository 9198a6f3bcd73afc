import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { answerFields, modelFields, promptFields } from "../fields.ts";

/** Asks a language model for data of a given shape. */
export const generateObject = defineAction({
  name: "generateObject",
  label: "Generate data",
  description: "Asks a language model for data that fits a JSON Schema, for example what an e-mail says as fields. The answer is checked.",
  input: z.strictObject({
    ...modelFields,
    schema: z.record(z.string(), z.any()).meta({
      label: "JSON Schema",
      help: "What the data looks like. Descriptions of its fields help the model.",
      code: "json",
      example: {
        type: "object",
        properties: { city: { type: "string", description: "Where it goes." }, parcels: { type: "integer" } },
        required: ["city", "parcels"],
        additionalProperties: false,
      },
    }),
    ...promptFields,
    prompt: z.string().min(1).meta({ label: "Prompt", multiline: true, example: "Two parcels to Paris, please." }),
    schemaIn: z.enum(["provider", "prompt"]).optional().meta({
      label: "Where the schema goes",
      help: "To the provider, which holds the model to it, or into the prompt, for models that take no schema. Default: what the provider can.",
      example: "provider",
    }),
  }),
  output: z.object({ object: z.any().meta({ label: "Data", typeParameter: { from: "schema" } }), ...answerFields }),
});
