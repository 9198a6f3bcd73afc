import { z } from "zod";

/** A model's id, as its page on fal.ai shows it. */
export const modelId = z.string().regex(/^[\w.-]+(\/[\w.-]+)+$/, "Must be a model's id, such as fal-ai/flux/dev.");

const options = { action: "searchModels", list: "models", value: "endpoint_id", label: "display_name" } as const;

/** The hints of a field for a model. */
export function modelHints(example: string, help: string): { label: string; example: string; help: string; options: typeof options } {
  return { label: "Model", help, example, options };
}

/** What one action's form cannot list for a thousand models. */
export const parameters = z
  .record(z.string(), z.any())
  .optional()
  .meta({
    label: "Further parameters",
    help: "What else the model takes, by the names on its page.",
    code: "json",
    example: { sync_mode: false },
  });

export const seed = z.int().min(0).optional().meta({ label: "Seed", help: "The same seed and prompt give the same again.", example: 42 });

/** A file that a model has made. */
export const file = {
  url: z.string(),
  content_type: z.string().nullish(),
  file_name: z.string().nullish(),
  file_size: z.number().nullish(),
};

/** A picture that a model has made. */
export const image = z.object({ ...file, width: z.number().nullish(), height: z.number().nullish() });
