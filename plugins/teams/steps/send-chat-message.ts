import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { teams } from "../api.ts";
import { encodeMessage } from "../encode-message.ts";
import type { SendChatMessageInput, SendChatMessageOutput } from "../types.generated.ts";

/** Sends a message to a chat of one person or a group, with a card if you like. */
export async function sendChatMessage(
  { chatId, ...input }: SendChatMessageInput,
  options: StepOptions = {},
): Promise<SendChatMessageOutput> {
  "use step";
  return teams.send({ path: path`/chats/${chatId}/messages`, json: encodeMessage(input) }, options);
}
