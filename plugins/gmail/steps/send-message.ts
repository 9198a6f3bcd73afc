import type { StepOptions } from "../../kit/step-options.ts";
import { post } from "../compose.ts";
import { presentChange } from "../modify-labels.ts";
import type { MessageAnswer } from "../read-message.ts";
import type { SendMessageInput, SendMessageOutput } from "../types.generated.ts";

/** Sends an e-mail. */
export async function sendMessage(input: SendMessageInput, options: StepOptions = {}): Promise<SendMessageOutput> {
  "use step";
  return presentChange(await post<MessageAnswer>("messages/send", input, undefined, options));
}
