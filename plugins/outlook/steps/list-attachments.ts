import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { outlook } from "../api.ts";
import type { ListAttachmentsInput, ListAttachmentsOutput } from "../types.generated.ts";

/** Lists the attachments of an e-mail, without their content. */
export async function listAttachments(
  { messageId, limit = 100 }: ListAttachmentsInput,
  options: StepOptions = {},
): Promise<ListAttachmentsOutput> {
  "use step";
  const request = { path: path`/me/messages/${messageId}/attachments`, query: { $select: "id,name,contentType,size,isInline" } };
  return { attachments: await listPages(outlook, request, { limit, largest: 0 }, options) };
}
