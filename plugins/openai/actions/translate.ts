import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { fileFields } from "../fields.ts";

/** Writes down in English what is said in another language. */
export const translate = defineAction({
  name: "translate",
  label: "Translate a recording",
  description: "Writes down in English what is said in a recording of any language.",
  input: z.strictObject({
    ...fileFields,
    model: z.string().optional().meta({ label: "Model", default: "whisper-1", example: "whisper-1" }),
    prompt: z
      .string()
      .optional()
      .meta({ label: "Prompt", help: "Names and words that are likely to occur, in English.", multiline: true, example: "Postgres" }),
    temperature: z.number().min(0).max(1).optional().meta({ label: "Temperature", default: 0, example: 0.2 }),
  }),
  output: z.object({ text: z.string().meta({ label: "Text" }) }),
});
