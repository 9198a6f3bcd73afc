import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Reads a text aloud. */
export const createSpeech = defineAction({
  name: "createSpeech",
  label: "Read text aloud",
  description: "Turns up to 4,096 characters of text into speech and gives the recording as base64.",
  input: z.strictObject({
    input: z.string().min(1).max(4_096).meta({ label: "Text", multiline: true, example: "Your parcel is on its way." }),
    voice: z
      .enum(["alloy", "ash", "ballad", "coral", "echo", "fable", "onyx", "nova", "sage", "shimmer", "verse", "marin", "cedar"])
      .optional()
      .meta({ label: "Voice", default: "alloy", example: "coral" }),
    model: z
      .string()
      .optional()
      .meta({ label: "Model", help: "gpt-4o-mini-tts, tts-1 or tts-1-hd.", default: "gpt-4o-mini-tts", example: "gpt-4o-mini-tts" }),
    instructions: z
      .string()
      .max(4_096)
      .optional()
      .meta({ label: "Instructions", help: "How to speak; not for tts-1.", multiline: true, example: "Cheerful, not too fast." }),
    response_format: z
      .enum(["mp3", "opus", "aac", "flac", "wav", "pcm"])
      .optional()
      .meta({ label: "Format", default: "mp3", example: "wav" }),
    speed: z.number().min(0.25).max(4).optional().meta({ label: "Speed", default: 1, example: 1.25 }),
  }),
  output: z.object({
    base64: z.string().meta({ label: "Recording" }),
    mediaType: z.string().meta({ label: "Media type" }),
    filename: z.string().meta({ label: "File name" }),
  }),
});
