import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { image, modelHints, modelId, parameters, seed } from "../fields.ts";

/** Makes pictures of a prompt, or changes given ones. */
export const generateImage = defineAction({
  name: "generateImage",
  label: "Generate an image",
  description: "Makes pictures of a prompt, or changes pictures as a prompt says. The workflow sleeps while the model works.",
  polls: true,
  input: z.strictObject({
    prompt: z.string().min(1).meta({ label: "Prompt", multiline: true, example: "A red parcel on a doorstep, watercolour" }),
    model: modelId.optional().meta({
      ...modelHints(
        "fal-ai/nano-banana-2",
        "For example fal-ai/flux/dev, fal-ai/nano-banana-2, or fal-ai/nano-banana-2/edit to change pictures.",
      ),
      default: "fal-ai/flux/dev",
    }),
    image_urls: z
      .array(z.string())
      .max(14)
      .optional()
      .meta({
        label: "Pictures to change",
        help: "For models that edit: addresses, or data: addresses.",
        example: ["https://example.com/door.png"],
      }),
    image_size: z
      .enum(["square_hd", "square", "portrait_4_3", "portrait_16_9", "landscape_4_3", "landscape_16_9"])
      .optional()
      .meta({ label: "Size", help: "For models with sizes, such as flux.", example: "landscape_16_9" }),
    aspect_ratio: z
      .string()
      .optional()
      .meta({ label: "Aspect ratio", help: "For models with ratios, such as nano-banana: 1:1, 16:9, 9:16 …", example: "16:9" }),
    num_images: z.int().min(1).max(8).optional().meta({ label: "How many", default: 1, example: 2 }),
    output_format: z.enum(["jpeg", "png", "webp"]).optional().meta({ label: "Format", example: "png" }),
    seed,
    parameters,
  }),
  output: z.object({
    images: z.array(image).meta({ label: "Images", help: "Their addresses work for days, not forever." }),
    seed: z.number().nullish().meta({ label: "Seed" }),
    description: z.string().nullish().meta({ label: "What the model says" }),
  }),
});
