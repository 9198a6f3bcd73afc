import { fatal } from "../kit/failure.ts";
import type { Loose } from "../kit/loose.ts";
import { path } from "../kit/path.ts";
import type { Pending } from "../kit/pending.ts";
import { pending } from "../kit/pending.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { v0 } from "./api.ts";
import type { SendMessageInput, SendMessageOutput } from "./types.generated.ts";

/** How a message that the agent is writing is found again. */
export interface ReplyJob {
  readonly chatId: string;
  readonly messageId: string;
  /** When it was asked for, in milliseconds. */
  readonly since: number;
}

const LONGEST_MS = 60 * 60 * 1_000;
const AFTER = "5s";

/** A message as the service wants it. */
export function messageOf({ message, systemPrompt, modelId, imageGenerations, attachments }: Omit<SendMessageInput, "chatId">): object {
  const asksForModel = modelId !== undefined || imageGenerations !== undefined;
  return {
    message,
    systemPrompt,
    attachments,
    // Either both or none.
    ...(asksForModel ? { modelConfiguration: { modelId: modelId ?? "v0-pro", imageGenerations: imageGenerations ?? false } } : {}),
  };
}

/** Sleep until the agent has written something. */
export function replyPending(chatId: string, messageId: string): Pending {
  return pending({ chatId, messageId, since: Date.now() } satisfies ReplyJob, AFTER);
}

/** The agent's reply once it is whole. Throws when it took an hour or ended in an error. */
export async function readReply(job: ReplyJob, options: StepOptions): Promise<SendMessageOutput | Pending> {
  const { chatId, messageId } = job;
  const message = await v0.send<Loose>({ path: path`/chats/${chatId}/messages/${messageId}` }, options);
  const { finishReason } = message;
  const what = `v0: the message ${messageId} of the chat ${chatId}`;
  if (finishReason === null || finishReason === undefined) {
    if (Date.now() - job.since > LONGEST_MS) throw fatal(`${what} is not written after an hour.`, { name: "TimeoutError" });
    return pending(job, AFTER);
  }
  if (finishReason === "error") throw fatal(`${what} ended in an error.`, { name: "GenerationFailed" });
  const parts: readonly Loose[] = message.parts ?? [];
  const edited = parts.filter(({ type }) => type === "file-edit").map((part) => part.toPath ?? part.path);
  return {
    chatId,
    messageId,
    content: message.content,
    finishReason,
    editedFiles: [...new Set<string>(edited)],
    usage: message.usage ?? null,
  };
}
