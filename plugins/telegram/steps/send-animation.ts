import type { StepOptions } from "../../kit/step-options.ts";
import { sendFile } from "../send-file.ts";
import type { SendAnimationInput, SendAnimationOutput } from "../types.generated.ts";

/** Sends a GIF or a silent video, by its address, its file id, or its content. */
export async function sendAnimation(input: SendAnimationInput, options: StepOptions = {}): Promise<SendAnimationOutput> {
  "use step";
  return sendFile("sendAnimation", "animation", input, options);
}
