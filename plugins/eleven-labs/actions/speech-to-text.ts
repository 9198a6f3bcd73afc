import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";

/** Writes down what is said in a recording. */
export const speechToText = defineAction({
  name: "speechToText",
  label: "Transcribe a recording",
  description: "Writes down what is said in a recording or a video, and who says it when.",
  input: z.strictObject({
    file: z.string().min(1).optional().meta({ label: "Recording", help: "As base64. Give it or an address.", example: "UklGRiQAAABXQVZF" }),
    filename: z.string().min(1).optional().meta({ label: "File name", default: "recording", example: "call.wav" }),
    cloud_storage_url: z
      .url()
      .optional()
      .meta({ label: "Address of the recording", help: "https, up to 2 GB.", example: "https://example.com/call.wav" }),
    model_id: z.string().optional().meta({ label: "Model", default: "scribe_v2", example: "scribe_v2" }),
    language_code: z.string().optional().meta({ label: "Language", help: "Two or three letters; found out by default.", example: "en" }),
    diarize: z.boolean().optional().meta({ label: "Tell speakers apart", default: false, example: true }),
    num_speakers: z.int().min(1).max(32).optional().meta({ label: "Most speakers", example: 2 }),
    tag_audio_events: z.boolean().optional().meta({ label: "Note laughter and the like", default: true, example: false }),
    timestamps_granularity: z.enum(["none", "word", "character"]).optional().meta({ label: "Times", default: "word", example: "word" }),
  }),
  output: z.object({
    text: z.string().meta({ label: "Text" }),
    language_code: z.string().meta({ label: "Language" }),
    language_probability: z.number().meta({ label: "How sure the language is" }),
    words: z
      .array(
        z.object({
          text: z.string(),
          type: z.string(),
          start: z.number().nullable(),
          end: z.number().nullable(),
          speaker_id: z.string().nullable(),
        }),
      )
      .meta({ label: "Words" }),
    audio_duration_secs: z.number().nullable().meta({ label: "Length in seconds" }),
  }),
  examples: [
    { file: "UklGRiQAAABXQVZF", filename: "call.wav" },
    {
      cloud_storage_url: "https://example.com/call.wav",
      model_id: "scribe_v2",
      language_code: "en",
      diarize: true,
      num_speakers: 2,
      tag_audio_events: false,
      timestamps_granularity: "word",
    },
  ],
});
