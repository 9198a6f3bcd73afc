import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { teams } from "../api.ts";
import type { ListChatMessagesInput, ListChatMessagesOutput } from "../types.generated.ts";

/** Lists the messages of a chat, the newest first. */
export async function listChatMessages(
  { chatId, limit = 100 }: ListChatMessagesInput,
  options: StepOptions = {},
): Promise<ListChatMessagesOutput> {
  "use step";
  return { messages: await listPages(teams, { path: path`/chats/${chatId}/messages` }, { limit, largest: 50 }, options) };
}
