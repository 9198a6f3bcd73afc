import type { StepOptions } from "../../kit/step-options.ts";
import { callSlack } from "../api.ts";
import type { OpenConversationInput, OpenConversationOutput } from "../types.generated.ts";

/** Opens the conversation with one person or a group of up to eight, so that messages can be sent to it. */
export async function openConversation(input: OpenConversationInput, options: StepOptions = {}): Promise<OpenConversationOutput> {
  "use step";
  const users = input.users.join(",");
  const { channel } = await callSlack<{ channel: OpenConversationOutput }>("conversations.open", { users }, options);
  return channel;
}
