import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook } from "../api.ts";
import { encodeRecipients } from "../encode-message.ts";
import type { ForwardMessageInput, ForwardMessageOutput } from "../types.generated.ts";

/** Forwards an e-mail with its attachments. */
export async function forwardMessage(
  { messageId, toRecipients, comment = "" }: ForwardMessageInput,
  options: StepOptions = {},
): Promise<ForwardMessageOutput> {
  "use step";
  const json = { comment, toRecipients: encodeRecipients(toRecipients) };
  await outlook.send({ path: path`/me/messages/${messageId}/forward`, json }, options);
  return { ok: true };
}
