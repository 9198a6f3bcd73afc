import type { StepOptions } from "../../kit/step-options.ts";
import { answerTo, post } from "../compose.ts";
import { presentChange } from "../modify-labels.ts";
import type { MessageAnswer } from "../read-message.ts";
import type { ReplyToMessageInput, ReplyToMessageOutput } from "../types.generated.ts";

/** Answers an e-mail in its conversation. */
export async function replyToMessage(input: ReplyToMessageInput, options: StepOptions = {}): Promise<ReplyToMessageOutput> {
  "use step";
  const { id, replyAll = false, ...content } = input;
  const { threadId, letter } = await answerTo(id, replyAll, options);
  return presentChange(await post<MessageAnswer>("messages/send", { ...letter, ...content }, threadId, options));
}
