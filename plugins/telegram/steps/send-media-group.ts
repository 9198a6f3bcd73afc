import type { StepOptions } from "../../kit/step-options.ts";
import { sendAlbum } from "../send-file.ts";
import type { SendMediaGroupInput, SendMediaGroupOutput } from "../types.generated.ts";

/** Sends 2 to 10 photos, videos, documents or audio files as one album. */
export async function sendMediaGroup(input: SendMediaGroupInput, options: StepOptions = {}): Promise<SendMediaGroupOutput> {
  "use step";
  return { messages: await sendAlbum(input, options) };
}
