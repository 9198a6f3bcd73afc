import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { modelHints, modelId } from "../fields.ts";

/** Runs any model. */
export const runModel = defineAction({
  name: "runModel",
  label: "Run a model",
  description:
    "Runs any of fal's models by its id: speech, music, 3D, background removal, transcription and more. The workflow sleeps while it works.",
  polls: true,
  input: z.strictObject({
    model: modelId.meta(modelHints("fal-ai/imageutils/rembg", "Its id, as its page on fal.ai shows it.")),
    input: z.record(z.string(), z.any()).meta({
      label: "Input",
      help: "What the model takes, by the names on its page.",
      code: "json",
      example: { image_url: "https://example.com/door.png" },
    }),
  }),
  output: z.object({ output: z.any().meta({ label: "What the model made", typeParameter: true }) }),
});
