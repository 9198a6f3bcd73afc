import type { StepOptions } from "../../kit/step-options.ts";
import { AUDIO_TIMEOUT, openai } from "../api.ts";
import type { CreateSpeechInput, CreateSpeechOutput } from "../types.generated.ts";

const MEDIA_TYPES = {
  mp3: "audio/mpeg",
  opus: "audio/ogg",
  aac: "audio/aac",
  flac: "audio/flac",
  wav: "audio/wav",
  pcm: "audio/pcm",
} as const;

/** Reads a text aloud. */
export async function createSpeech(input: CreateSpeechInput, options: StepOptions = {}): Promise<CreateSpeechOutput> {
  "use step";
  const format = input.response_format ?? "mp3";
  const json = { model: "gpt-4o-mini-tts", voice: "alloy", ...input };
  const base64 = await openai.send<string | null>({ path: "/audio/speech", json, answer: "base64", timeout: AUDIO_TIMEOUT }, options);
  return { base64: base64 ?? "", mediaType: MEDIA_TYPES[format], filename: `speech.${format}` };
}
