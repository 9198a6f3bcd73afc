import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook, prefer } from "../api.ts";
import type { UpdateMessageInput, UpdateMessageOutput } from "../types.generated.ts";

/** Marks an e-mail as read or important, or gives it categories. */
export async function updateMessage({ messageId, ...input }: UpdateMessageInput, options: StepOptions = {}): Promise<UpdateMessageOutput> {
  "use step";
  return outlook.send({ method: "PATCH", path: path`/me/messages/${messageId}`, json: input, headers: prefer() }, options);
}
