import type { StepOptions } from "../../kit/step-options.ts";
import { answerTo, post } from "../compose.ts";
import type { CreateDraftInput, CreateDraftOutput } from "../types.generated.ts";

/** Writes an e-mail without sending it. */
export async function createDraft(input: CreateDraftInput, options: StepOptions = {}): Promise<CreateDraftOutput> {
  "use step";
  const { replyToMessageId, ...content } = input;
  const answer = replyToMessageId === undefined ? undefined : await answerTo(replyToMessageId, false, options);
  const { id, message } = await post<CreateDraftOutput>("drafts", { ...answer?.letter, ...content }, answer?.threadId, options);
  return { id, message: { id: message.id, threadId: message.threadId } };
}
