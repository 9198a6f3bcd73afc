import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { AUDIO_TIMEOUT, openai } from "../api.ts";
import { audioFile } from "../audio-file.ts";
import type { TranscribeInput, TranscribeOutput } from "../types.generated.ts";

/** Formats that are texts of their own. */
const TEXTS = new Set(["text", "srt", "vtt"]);

/** Writes down what is said in a recording. */
export async function transcribe(input: TranscribeInput, options: StepOptions = {}): Promise<TranscribeOutput> {
  "use step";
  const { file, filename, model = "gpt-4o-mini-transcribe", response_format: format = "json", ...rest } = input;
  const multipart = new FormData();
  multipart.set("file", audioFile(file, filename));
  multipart.set("model", model);
  multipart.set("response_format", format);
  // The service wants this of every recording longer than 30 seconds in which it tells speakers apart.
  if (format === "diarized_json") multipart.set("chunking_strategy", "auto");
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) multipart.set(name, String(value));
  const request = { path: "/audio/transcriptions", multipart, timeout: AUDIO_TIMEOUT };
  if (TEXTS.has(format)) {
    const text = await openai.send<string | null>({ ...request, answer: "text" }, options);
    return { text: (text ?? "").trimEnd(), language: null, duration: null, segments: [] };
  }
  const said: Loose = await openai.send(request, options);
  const segments: readonly Loose[] = said.segments ?? [];
  return {
    text: said.text,
    language: said.language ?? null,
    duration: said.duration === undefined ? null : Number(said.duration),
    segments: segments.map(({ start, end, text, speaker }) => ({ start, end, text, speaker: speaker ?? null })),
  };
}
