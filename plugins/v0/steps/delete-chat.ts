import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { v0 } from "../api.ts";
import type { DeleteChatInput, DeleteChatOutput } from "../types.generated.ts";

/** Deletes a chat. */
export async function deleteChat({ chatId }: DeleteChatInput, options: StepOptions = {}): Promise<DeleteChatOutput> {
  "use step";
  await v0.send({ method: "DELETE", path: path`/chats/${chatId}` }, options);
  return { chatId, deleted: true };
}
