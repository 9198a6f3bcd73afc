import type { StepOptions } from "../../kit/step-options.ts";
import { sendFile } from "../send-file.ts";
import type { SendVideoInput, SendVideoOutput } from "../types.generated.ts";

/** Sends an MP4 video with a caption, by its address, its file id, or its content. */
export async function sendVideo(input: SendVideoInput, options: StepOptions = {}): Promise<SendVideoOutput> {
  "use step";
  return sendFile("sendVideo", "video", input, options);
}
