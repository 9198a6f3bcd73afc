import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { outputFormat, recording } from "../output-format.ts";

/** Makes a sound effect. */
export const generateSound = defineAction({
  name: "generateSound",
  label: "Generate a sound effect",
  description: "Makes a sound of up to 30 seconds as a text describes it and gives it as base64.",
  input: z.strictObject({
    text: z.string().min(1).meta({ label: "Sound", multiline: true, example: "A parcel drops on a doormat" }),
    duration_seconds: z
      .number()
      .min(0.5)
      .max(30)
      .optional()
      .meta({ label: "Length in seconds", help: "Default what suits it.", example: 2 }),
    prompt_influence: z.number().min(0).max(1).optional().meta({ label: "How closely to follow the text", default: 0.3, example: 0.5 }),
    loop: z.boolean().optional().meta({ label: "Can be looped", default: false, example: true }),
    output_format: outputFormat,
  }),
  output: recording,
});
