import type { StepOptions } from "../../kit/step-options.ts";
import { AUDIO_TIMEOUT, openai } from "../api.ts";
import { audioFile } from "../audio-file.ts";
import type { TranslateInput, TranslateOutput } from "../types.generated.ts";

/** Writes down in English what is said in a recording. */
export async function translate(input: TranslateInput, options: StepOptions = {}): Promise<TranslateOutput> {
  "use step";
  const { file, filename, model = "whisper-1", ...rest } = input;
  const multipart = new FormData();
  multipart.set("file", audioFile(file, filename));
  multipart.set("model", model);
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) multipart.set(name, String(value));
  const { text } = await openai.send<TranslateOutput>({ path: "/audio/translations", multipart, timeout: AUDIO_TIMEOUT }, options);
  return { text };
}
