import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook } from "../api.ts";
import type { DeleteMessageInput, DeleteMessageOutput } from "../types.generated.ts";

/** Moves an e-mail to the deleted items. */
export async function deleteMessage({ messageId }: DeleteMessageInput, options: StepOptions = {}): Promise<DeleteMessageOutput> {
  "use step";
  await outlook.send({ method: "DELETE", path: path`/me/messages/${messageId}` }, options);
  return { id: messageId, deleted: true };
}
