import { z } from "zod";

/** Codec, samples a second, and for MP3 and Opus the kilobits a second. */
export const outputFormat = z
  .enum([
    "mp3_22050_32",
    "mp3_44100_64",
    "mp3_44100_128",
    "mp3_44100_192",
    "opus_48000_64",
    "opus_48000_128",
    "pcm_16000",
    "pcm_24000",
    "pcm_44100",
    "wav_16000",
    "wav_24000",
    "wav_44100",
    "ulaw_8000",
    "alaw_8000",
  ])
  .optional()
  .meta({ label: "Format", help: "ulaw_8000 is what telephones want.", default: "mp3_44100_128", example: "wav_24000" });

/** A recording that the service has made. */
export const recording = z.object({
  base64: z.string().meta({ label: "Recording" }),
  mediaType: z.string().meta({ label: "Media type" }),
  filename: z.string().meta({ label: "File name" }),
});
