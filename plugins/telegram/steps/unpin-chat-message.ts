import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { UnpinChatMessageInput, UnpinChatMessageOutput } from "../types.generated.ts";

/** Takes a pinned message off the top of the chat; without a message id, the newest one. */
export async function unpinChatMessage(input: UnpinChatMessageInput, options: StepOptions = {}): Promise<UnpinChatMessageOutput> {
  "use step";
  await callBot("unpinChatMessage", input, options);
  return { ok: true };
}
