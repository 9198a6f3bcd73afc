import type { StepOptions } from "../../kit/step-options.ts";
import { v0 } from "../api.ts";

/** Tries the credential with a call that changes nothing. */
export async function checkConnection(options: StepOptions): Promise<{ account: string }> {
  const { chats } = await v0.send<{ chats: readonly { authorId: string }[] }>({ path: "/chats", query: { limit: 1 } }, options);
  return { account: chats[0]?.authorId ?? "v0, without a chat yet" };
}
