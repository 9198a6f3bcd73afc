import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { modelFields } from "../fields.ts";

/** Asks an image model for pictures. */
export const generateImage = defineAction({
  name: "generateImage",
  label: "Generate an image",
  description: "Asks an image model for pictures of a prompt, or to change given ones as a prompt says. They come back as base64.",
  input: z.strictObject({
    prompt: z.string().min(1).max(32_000).meta({ label: "Prompt", multiline: true, example: "A red parcel on a doorstep, watercolour" }),
    ...modelFields,
    model: modelFields.model.meta({
      ...modelFields.model.meta(),
      help: "As the provider calls it: openai/gpt-image-2 or bfl/flux-2-pro at the AI Gateway, gpt-image-2 at OpenAI.",
      example: "gpt-image-2",
    }),
    images: z
      .array(z.string().min(1))
      .min(1)
      .max(16)
      .optional()
      .meta({
        label: "Pictures to change",
        help: "For models that edit: addresses, data: addresses or base64.",
        example: ["https://example.com/door.png"],
      }),
    n: z.int().min(1).max(10).optional().meta({ label: "How many", default: 1, example: 2 }),
    size: z
      .string()
      .regex(/^\d+x\d+$/, "Must be width x height, such as 1024x1024.")
      .optional()
      .meta({ label: "Size", help: "Width x height in pixels.", example: "1536x1024" }),
    aspectRatio: z
      .string()
      .regex(/^\d+:\d+$/, "Must be width:height, such as 16:9.")
      .optional()
      .meta({ label: "Aspect ratio", help: "Width:height, in place of a size, at the AI Gateway.", example: "16:9" }),
  }),
  output: z.object({
    images: z.array(z.object({ base64: z.string(), mediaType: z.string() })).meta({ label: "Images" }),
    warnings: z.array(z.string()).meta({ label: "Warnings", help: "What the provider did not take into account." }),
    model: z.string().meta({ label: "Model" }),
  }),
  examples: [
    { prompt: "A red parcel on a doorstep, watercolour", model: "gpt-image-2" },
    { prompt: "A red parcel on a doorstep, watercolour", model: "gpt-image-2", provider: "openai", n: 2, size: "1536x1024" },
    { prompt: "Paint the door red", model: "gpt-image-2", images: ["iVBORw0KGgoAAAANSUhEUg=="] },
  ],
});
