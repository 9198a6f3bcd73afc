import type { StepOptions } from "../../kit/step-options.ts";
import { callBot } from "../api.ts";
import type { SendMessageInput, SendMessageOutput } from "../types.generated.ts";

/** Sends a text to a person, a group or a channel, with buttons if you like. */
export async function sendMessage(input: SendMessageInput, options: StepOptions = {}): Promise<SendMessageOutput> {
  "use step";
  return callBot("sendMessage", input, options);
}
