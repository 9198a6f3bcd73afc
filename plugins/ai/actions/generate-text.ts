import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { answerFields, modelFields, promptFields } from "../fields.ts";

/** Asks a language model for text. */
export const generateText = defineAction({
  name: "generateText",
  label: "Generate text",
  description: "Asks a language model of any provider and gives its answer as text. It can look at images too.",
  input: z.strictObject({ ...modelFields, ...promptFields }),
  output: z.object({ text: z.string().meta({ label: "Answer" }), ...answerFields }),
});
