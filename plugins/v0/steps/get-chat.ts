import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { v0 } from "../api.ts";
import type { GetChatInput, GetChatOutput } from "../types.generated.ts";

/** Looks up a chat. */
export async function getChat({ chatId }: GetChatInput, options: StepOptions = {}): Promise<GetChatOutput> {
  "use step";
  return v0.send({ path: path`/chats/${chatId}` }, options);
}
