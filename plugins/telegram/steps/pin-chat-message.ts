import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { PinChatMessageInput, PinChatMessageOutput } from "../types.generated.ts";

/** Pins a message to the top of the chat. */
export async function pinChatMessage(input: PinChatMessageInput, options: StepOptions = {}): Promise<PinChatMessageOutput> {
  "use step";
  await callBot("pinChatMessage", input, options);
  return { ok: true };
}
