import { decodeBase64, encodeBase64 } from "../../kit/base64.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";
import type { GetAttachmentInput, GetAttachmentOutput } from "../types.generated.ts";

/** What Gmail lets a message be, as base64 in JSON. */
const LARGEST_ANSWER = 70_000_000;

/** Reads an attachment of an e-mail. */
export async function getAttachment({ messageId, id }: GetAttachmentInput, options: StepOptions = {}): Promise<GetAttachmentOutput> {
  "use step";
  const { data } = await gmail.send<{ data: string }>(
    { path: path`/gmail/v1/users/me/messages/${messageId}/attachments/${id}`, timeout: "2m", maxBytes: LARGEST_ANSWER },
    options,
  );
  // Gmail writes base64 for URLs; everybody else wants the plain kind.
  const bytes = decodeBase64(data, "The attachment");
  return { content: encodeBase64(bytes), size: bytes.length };
}
