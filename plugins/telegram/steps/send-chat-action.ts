import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { SendChatActionInput, SendChatActionOutput } from "../types.generated.ts";

/** Shows "typing …" or the like in the chat for 5 seconds or until the next message. */
export async function sendChatAction(input: SendChatActionInput, options: StepOptions = {}): Promise<SendChatActionOutput> {
  "use step";
  await callBot("sendChatAction", input, options);
  return { ok: true };
}
