import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { fileFields } from "../fields.ts";

/** Writes down what is said in a recording. */
export const transcribe = defineAction({
  name: "transcribe",
  label: "Transcribe a recording",
  description: "Writes down what is said in a recording, with times and speakers if asked for.",
  input: z.strictObject({
    ...fileFields,
    model: z.string().optional().meta({
      label: "Model",
      help: "gpt-4o-transcribe, gpt-4o-mini-transcribe, gpt-transcribe, whisper-1 (times, subtitles), gpt-4o-transcribe-diarize (speakers).",
      default: "gpt-4o-mini-transcribe",
      example: "whisper-1",
    }),
    response_format: z.enum(["json", "verbose_json", "diarized_json", "text", "srt", "vtt"]).optional().meta({
      label: "Format",
      help: "json for the text alone; verbose_json with times, srt and vtt as subtitles: whisper-1; diarized_json with speakers: gpt-4o-transcribe-diarize.",
      default: "json",
      example: "verbose_json",
    }),
    language: z.string().optional().meta({ label: "Language", help: "Two letters, such as en; it makes the text better.", example: "en" }),
    prompt: z
      .string()
      .optional()
      .meta({ label: "Prompt", help: "Names and words that are likely to occur.", multiline: true, example: "Neon, Postgres" }),
    temperature: z.number().min(0).max(1).optional().meta({ label: "Temperature", default: 0, example: 0.2 }),
  }),
  output: z.object({
    text: z.string().meta({ label: "Text", help: "In the formats srt and vtt, the subtitles." }),
    language: z.string().nullable().meta({ label: "Language", help: "With verbose_json." }),
    duration: z.number().nullable().meta({ label: "Duration in seconds", help: "With verbose_json and diarized_json." }),
    segments: z
      .array(z.object({ start: z.number(), end: z.number(), text: z.string(), speaker: z.string().nullable() }))
      .meta({ label: "Segments", help: "With verbose_json and diarized_json; speakers with the latter." }),
  }),
});
