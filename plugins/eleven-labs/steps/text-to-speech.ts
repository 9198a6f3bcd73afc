import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { elevenLabs, TIMEOUT } from "../api.ts";
import { describeRecording } from "../describe-recording.ts";
import type { TextToSpeechInput, TextToSpeechOutput } from "../types.generated.ts";

/** Reads a text aloud. */
export async function textToSpeech(input: TextToSpeechInput, options: StepOptions = {}): Promise<TextToSpeechOutput> {
  "use step";
  const { voice_id: voice, output_format: format = "mp3_44100_128", ...json } = input;
  const base64 = await elevenLabs.send<string | null>(
    { path: path`/v1/text-to-speech/${voice}`, query: { output_format: format }, json, answer: "base64", timeout: TIMEOUT },
    options,
  );
  return { base64: base64 ?? "", ...describeRecording(format) };
}
