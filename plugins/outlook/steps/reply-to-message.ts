import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook } from "../api.ts";
import type { ReplyToMessageInput, ReplyToMessageOutput } from "../types.generated.ts";

/** Answers an e-mail, to its sender or to all. */
export async function replyToMessage(
  { messageId, comment, replyAll = false }: ReplyToMessageInput,
  options: StepOptions = {},
): Promise<ReplyToMessageOutput> {
  "use step";
  const place = replyAll ? path`/me/messages/${messageId}/replyAll` : path`/me/messages/${messageId}/reply`;
  await outlook.send({ path: place, json: { comment } }, options);
  return { ok: true };
}
