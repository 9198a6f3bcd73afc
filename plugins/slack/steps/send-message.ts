import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { SendMessageInput, SendMessageOutput } from "../types.generated.ts";

/** Sends a message to a channel or to a person. */
export async function sendMessage(input: SendMessageInput, options: StepOptions = {}): Promise<SendMessageOutput> {
  "use step";
  return callSlack("chat.postMessage", input, options);
}
