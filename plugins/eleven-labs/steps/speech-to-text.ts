import { decodeBase64 } from "../../kit/base64.ts";
import { fatal } from "../../kit/failure.ts";
import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { elevenLabs, TIMEOUT } from "../api.ts";
import type { SpeechToTextInput, SpeechToTextOutput } from "../types.generated.ts";

/** Writes down what is said in a recording. */
export async function speechToText(input: SpeechToTextInput, options: StepOptions = {}): Promise<SpeechToTextOutput> {
  "use step";
  const { file, filename = "recording", model_id: model = "scribe_v2", ...rest } = input;
  if ((file === undefined) === (rest.cloud_storage_url === undefined)) {
    throw fatal("Give either file or cloud_storage_url.", { name: "InvalidInput" });
  }
  const multipart = new FormData();
  multipart.set("model_id", model);
  if (file !== undefined) multipart.set("file", new File([decodeBase64(file, "file")], filename));
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) multipart.set(name, String(value));
  const said = await elevenLabs.send<Loose>({ path: "/v1/speech-to-text", multipart, timeout: TIMEOUT }, options);
  const words: readonly Loose[] = said.words ?? [];
  return {
    text: said.text,
    language_code: said.language_code,
    language_probability: said.language_probability,
    words: words.map(({ text, type, start, end, speaker_id: speaker }) => ({
      text,
      type,
      start: start ?? null,
      end: end ?? null,
      speaker_id: speaker ?? null,
    })),
    audio_duration_secs: said.audio_duration_secs ?? null,
  };
}
