import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { v0 } from "../api.ts";
import type { ListChatsInput, ListChatsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 100;

/** What v0 gives of its chats at a time. */
interface ChatPage {
  readonly chats: ListChatsOutput["chats"];
  readonly cursor: string | null;
}

/** Lists chats. */
export async function listChats({ vercelProjectId, limit = 100 }: ListChatsInput, options: StepOptions = {}): Promise<ListChatsOutput> {
  "use step";
  const chats = await collectPages(limit, async (cursor, wanted) => {
    const query = { limit: Math.min(wanted, LARGEST_PAGE), cursor, vercelProjectId };
    const page = await v0.send<ChatPage>({ path: "/chats", query }, options);
    return { items: page.chats, next: page.cursor ?? undefined };
  });
  return { chats };
}
