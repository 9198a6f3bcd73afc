import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { quoteSearch } from "../../microsoft/odata.ts";
import { outlook, prefer } from "../api.ts";
import type { SearchMessagesInput, SearchMessagesOutput } from "../types.generated.ts";

/** The bodies come along, so pages of a hundred could be too large. */
const LARGEST_PAGE = 25;

/** Searches subjects, bodies and senders, for example for from:ada hasattachments:true. */
export async function searchMessages(
  { search, mailFolderId, limit = 100 }: SearchMessagesInput,
  options: StepOptions = {},
): Promise<SearchMessagesOutput> {
  "use step";
  const request = {
    path: mailFolderId === undefined ? "/me/messages" : path`/me/mailFolders/${mailFolderId}/messages`,
    query: { $search: quoteSearch(search) },
    headers: prefer(),
  };
  return { messages: await listPages(outlook, request, { limit, largest: LARGEST_PAGE }, options) };
}
