import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook } from "../api.ts";
import type { GetAttachmentInput, GetAttachmentOutput } from "../types.generated.ts";

/** A file of 25 MB, which is what most mailboxes take, as base64. */
const MAX_BYTES = 36_000_000;

/** Gets the content of a file that is attached to an e-mail. */
export async function getAttachment(
  { messageId, attachmentId }: GetAttachmentInput,
  options: StepOptions = {},
): Promise<GetAttachmentOutput> {
  "use step";
  const place = path`/me/messages/${messageId}/attachments/${attachmentId}`;
  return outlook.send({ path: place, maxBytes: MAX_BYTES, timeout: "2m" }, options);
}
