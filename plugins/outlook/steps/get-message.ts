import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { outlook, prefer } from "../api.ts";
import type { GetMessageInput, GetMessageOutput } from "../types.generated.ts";

/** Gets an e-mail with its body. */
export async function getMessage({ messageId, contentType }: GetMessageInput, options: StepOptions = {}): Promise<GetMessageOutput> {
  "use step";
  return outlook.send({ path: path`/me/messages/${messageId}`, headers: prefer({ contentType }) }, options);
}
