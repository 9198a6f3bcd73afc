import { z } from "zod";

/** A recording. */
export const fileFields = {
  file: z.string().min(1).meta({ label: "Recording", help: "The file as base64, at most 25 MB.", example: "UklGRiQAAABXQVZF" }),
  filename: z
    .string()
    .regex(/\.(flac|mp3|mp4|mpeg|mpga|m4a|ogg|wav|webm)$/i, "Must end in .flac, .mp3, .mp4, .mpeg, .mpga, .m4a, .ogg, .wav or .webm.")
    .meta({ label: "File name", help: "Its ending tells the format: mp3, m4a, wav, ogg, webm, flac.", example: "call.wav" }),
};
