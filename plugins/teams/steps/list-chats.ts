import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { teams } from "../api.ts";
import type { ListChatsInput, ListChatsOutput } from "../types.generated.ts";

/** Lists the chats of the person who signed in. */
export async function listChats({ limit = 100 }: ListChatsInput, options: StepOptions = {}): Promise<ListChatsOutput> {
  "use step";
  return { chats: await listPages(teams, { path: "/me/chats" }, { limit, largest: 50 }, options) };
}
