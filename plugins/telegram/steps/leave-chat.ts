import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { LeaveChatInput, LeaveChatOutput } from "../types.generated.ts";

/** Makes the bot leave a group or channel. */
export async function leaveChat(input: LeaveChatInput, options: StepOptions = {}): Promise<LeaveChatOutput> {
  "use step";
  await callBot("leaveChat", input, options);
  return { ok: true };
}
