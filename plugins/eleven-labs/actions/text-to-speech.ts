import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { outputFormat, recording } from "../output-format.ts";

/** Reads a text aloud. */
export const textToSpeech = defineAction({
  name: "textToSpeech",
  label: "Read text aloud",
  description: "Turns text into speech in a voice of your choice and gives the recording as base64.",
  input: z.strictObject({
    voice_id: z
      .string()
      .min(1)
      .meta({
        label: "Voice",
        example: "JBFqnCBsd6RMkjVDRZzb",
        options: { action: "listVoices", list: "voices", value: "voice_id", label: "name" },
      }),
    text: z.string().min(1).max(40_000).meta({ label: "Text", multiline: true, example: "Your parcel is on its way." }),
    model_id: z.string().optional().meta({
      label: "Model",
      help: "For example eleven_v3, eleven_multilingual_v2, eleven_flash_v2_5.",
      default: "eleven_multilingual_v2",
      example: "eleven_flash_v2_5",
    }),
    language_code: z.string().optional().meta({ label: "Language", help: "Two letters, for models that take one.", example: "en" }),
    voice_settings: z
      .strictObject({
        stability: z.number().min(0).max(1).optional(),
        similarity_boost: z.number().min(0).max(1).optional(),
        style: z.number().min(0).max(1).optional(),
        speed: z.number().min(0.7).max(1.2).optional(),
        use_speaker_boost: z.boolean().optional(),
      })
      .optional()
      .meta({ label: "How to speak", example: { stability: 0.5, similarity_boost: 0.75, speed: 1 } }),
    seed: z
      .int()
      .min(0)
      .max(4_294_967_295)
      .optional()
      .meta({ label: "Seed", help: "The same seed gives nearly the same again.", example: 42 }),
    output_format: outputFormat,
  }),
  output: recording,
});
