import type { StepOptions } from "../../kit/step-options.ts";
import { elevenLabs, TIMEOUT } from "../api.ts";
import { describeRecording } from "../describe-recording.ts";
import type { GenerateSoundInput, GenerateSoundOutput } from "../types.generated.ts";

/** Makes a sound effect. */
export async function generateSound(input: GenerateSoundInput, options: StepOptions = {}): Promise<GenerateSoundOutput> {
  "use step";
  const { output_format: format = "mp3_44100_128", ...json } = input;
  const base64 = await elevenLabs.send<string | null>(
    { path: "/v1/sound-generation", query: { output_format: format }, json, answer: "base64", timeout: TIMEOUT },
    options,
  );
  return { base64: base64 ?? "", ...describeRecording(format) };
}
