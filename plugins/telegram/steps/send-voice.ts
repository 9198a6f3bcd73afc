import type { StepOptions } from "../../kit/step-options.ts";
import { sendFile } from "../send-file.ts";
import type { SendVoiceInput, SendVoiceOutput } from "../types.generated.ts";

/** Sends an OGG file with OPUS, an MP3 or an M4A as a voice message. */
export async function sendVoice(input: SendVoiceInput, options: StepOptions = {}): Promise<SendVoiceOutput> {
  "use step";
  return sendFile("sendVoice", "voice", input, options);
}
