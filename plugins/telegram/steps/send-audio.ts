import type { StepOptions } from "../../kit/step-options.ts";
import { sendFile } from "../send-file.ts";
import type { SendAudioInput, SendAudioOutput } from "../types.generated.ts";

/** Sends an MP3 or M4A that people can play, by its address, its file id, or its content. */
export async function sendAudio(input: SendAudioInput, options: StepOptions = {}): Promise<SendAudioOutput> {
  "use step";
  return sendFile("sendAudio", "audio", input, options);
}
