import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { image, modelHints, modelId, parameters } from "../fields.ts";

/** Makes a picture larger and sharper. */
export const upscaleImage = defineAction({
  name: "upscaleImage",
  label: "Upscale an image",
  description: "Makes a picture larger and sharper. The workflow sleeps while the model works.",
  polls: true,
  input: z.strictObject({
    image_url: z
      .string()
      .min(1)
      .meta({ label: "Picture", help: "An address, or a data: address.", example: "https://example.com/door.png" }),
    model: modelId.optional().meta({
      ...modelHints("fal-ai/clarity-upscaler", "For example fal-ai/clarity-upscaler, fal-ai/aura-sr, fal-ai/seedvr/upscale/image."),
      default: "fal-ai/clarity-upscaler",
    }),
    upscale_factor: z.number().min(1).max(10).optional().meta({ label: "How many times larger", default: 2, example: 2 }),
    prompt: z
      .string()
      .optional()
      .meta({ label: "Prompt", help: "What the picture shows, for models that take one.", example: "A red door" }),
    parameters,
  }),
  output: z.object({ image: image.meta({ label: "Image", help: "Its address works for days, not forever." }) }),
});
