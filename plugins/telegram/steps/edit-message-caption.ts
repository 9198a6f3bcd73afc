import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { EditMessageCaptionInput, EditMessageCaptionOutput } from "../types.generated.ts";

/** Replaces the caption and the buttons of a photo, video, document or audio that the bot has sent. */
export async function editMessageCaption(input: EditMessageCaptionInput, options: StepOptions = {}): Promise<EditMessageCaptionOutput> {
  "use step";
  return callBot("editMessageCaption", input, options);
}
