import type { Pending } from "../../kit/pending.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { v0 } from "../api.ts";
import type { CreateChatInput, CreateChatOutput } from "../types.generated.ts";
import type { ReplyJob } from "../wait-for-reply.ts";
import { messageOf, readReply, replyPending } from "../wait-for-reply.ts";

/** Lets v0 build something. Called again with its job until it is built. */
export async function createChat(input: CreateChatInput, options: StepOptions = {}): Promise<CreateChatOutput | Pending> {
  "use step";
  // What this step gave as its job.
  if (options.job !== undefined) return readReply(options.job as ReplyJob, options);
  const { title, privacy, metadata, ...message } = input;
  const json = { ...messageOf(message), title, privacy, metadata };
  const { chatId, messageId } = await v0.send<{ chatId: string; messageId: string }>({ path: "/chats/async", json }, options);
  return replyPending(chatId, messageId);
}
