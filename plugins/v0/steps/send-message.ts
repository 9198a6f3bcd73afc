import { path } from "../../kit/path.ts";
import type { Pending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { v0 } from "../api.ts";
import type { SendMessageInput, SendMessageOutput } from "../types.generated.ts";
import type { ReplyJob } from "../wait-for-reply.ts";
import { messageOf, readReply, replyPending } from "../wait-for-reply.ts";

/** Lets v0 change what it has built. Called again with its job until it is done. */
export async function sendMessage(
  { chatId, ...message }: SendMessageInput,
  options: StepOptions = {},
): Promise<SendMessageOutput | Pending> {
  "use step";
  // What this step gave as its job.
  if (options.job !== undefined) return readReply(options.job as ReplyJob, options);
  const request = { path: path`/chats/${chatId}/messages/async`, json: messageOf(message) };
  const { messageId } = await v0.send<{ messageId: string }>(request, options);
  return replyPending(chatId, messageId);
}
