import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { file, modelHints, modelId, parameters, seed } from "../fields.ts";

/** Makes a film of a prompt, or of a picture. */
export const generateVideo = defineAction({
  name: "generateVideo",
  label: "Generate a video",
  description: "Makes a short film of a prompt, or brings a picture to life. It takes minutes, in which the workflow sleeps.",
  polls: true,
  input: z.strictObject({
    prompt: z.string().min(1).meta({ label: "Prompt", multiline: true, example: "A parcel travels through the rain" }),
    model: modelId.meta(
      modelHints(
        "fal-ai/veo3.1/fast",
        "For example fal-ai/veo3.1/fast, fal-ai/kling-video/v3/standard/text-to-video, or fal-ai/veo3.1/fast/image-to-video for a picture.",
      ),
    ),
    image_url: z.string().optional().meta({
      label: "Picture to begin with",
      help: "For image-to-video models: an address, or a data: address.",
      example: "https://example.com/door.png",
    }),
    duration: z.string().optional().meta({ label: "Length", help: "As the model writes it: 8s for veo, 5 for kling.", example: "8s" }),
    aspect_ratio: z.string().optional().meta({ label: "Aspect ratio", example: "16:9" }),
    resolution: z.string().optional().meta({ label: "Resolution", help: "For example 720p.", example: "720p" }),
    generate_audio: z.boolean().optional().meta({ label: "With sound", example: true }),
    negative_prompt: z.string().optional().meta({ label: "What it should not show", example: "people" }),
    seed,
    parameters,
  }),
  output: z.object({ video: z.object(file).meta({ label: "Video", help: "Its address works for days, not forever." }) }),
});
