import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Finds models. */
export const searchModels = defineAction({
  name: "searchModels",
  label: "Find models",
  description: "Finds models by words or by what they do.",
  input: z.strictObject({
    q: z.string().optional().meta({ label: "Words", example: "flux" }),
    category: z
      .string()
      .optional()
      .meta({ label: "What they do", help: "For example text-to-image, image-to-video, text-to-speech.", example: "text-to-image" }),
    limit: z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 50 }),
  }),
  output: z.object({
    models: z
      .array(
        z.object({
          endpoint_id: z.string(),
          display_name: z.string(),
          category: z.string().nullable(),
          description: z.string().nullable(),
        }),
      )
      .meta({ label: "Models" }),
  }),
});
