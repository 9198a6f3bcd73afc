import type { StepOptions } from "../../kit/step-options.ts";
import { sendFile } from "../send-file.ts";
import type { SendPhotoInput, SendPhotoOutput } from "../types.generated.ts";

/** Sends a photo with a caption, by its address, its file id, or its content. */
export async function sendPhoto(input: SendPhotoInput, options: StepOptions = {}): Promise<SendPhotoOutput> {
  "use step";
  return sendFile("sendPhoto", "photo", input, options);
}
