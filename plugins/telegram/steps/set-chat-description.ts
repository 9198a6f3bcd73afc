import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { SetChatDescriptionInput, SetChatDescriptionOutput } from "../types.generated.ts";

/** Changes the description of a group or channel. */
export async function setChatDescription(input: SetChatDescriptionInput, options: StepOptions = {}): Promise<SetChatDescriptionOutput> {
  "use step";
  await callBot("setChatDescription", input, options);
  return { ok: true };
}
