import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { answerFields, modelFields } from "../fields.ts";

/** Lets a language model choose one of several labels. */
export const classify = defineAction({
  name: "classify",
  label: "Classify text",
  description: "Lets a language model choose the one label that fits a text best. The answer is always one of the labels.",
  input: z.strictObject({
    ...modelFields,
    text: z.string().min(1).meta({ label: "Text", multiline: true, example: "Where is my parcel?" }),
    labels: z
      .array(z.string().min(1))
      .min(2)
      .max(200)
      .meta({ label: "Labels", example: ["delivery", "invoice", "other"] }),
    instructions: z.string().optional().meta({
      label: "Instructions",
      help: "What the labels mean, where their names do not say it.",
      multiline: true,
      example: "Choose other when in doubt.",
    }),
  }),
  output: z.object({ label: z.string().meta({ label: "Label" }), ...answerFields }),
});
