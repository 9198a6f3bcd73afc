import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../../microsoft/list-pages.ts";
import { instant, quoteOData } from "../../microsoft/odata.ts";
import { outlook, prefer } from "../api.ts";
import type { ListMessagesInput, ListMessagesOutput } from "../types.generated.ts";

/** The properties an order names must come first in the filter. */
const ANY_TIME = "1900-01-01T00:00:00Z";
/** The bodies come along, so pages of a hundred could be too large. */
const LARGEST_PAGE = 25;

/** Lists the e-mails of the mailbox or of a folder, the newest first. */
export async function listMessages(
  { mailFolderId, unreadOnly = false, from, receivedAfter, contentType, limit = 100 }: ListMessagesInput,
  options: StepOptions = {},
): Promise<ListMessagesOutput> {
  "use step";
  const conditions = [
    ...(unreadOnly ? ["isRead eq false"] : []),
    ...(from === undefined ? [] : [`from/emailAddress/address eq ${quoteOData(from)}`]),
  ];
  const since = receivedAfter === undefined ? ANY_TIME : instant(receivedAfter, "receivedAfter");
  const filtered = receivedAfter !== undefined || conditions.length > 0;
  const request = {
    path: mailFolderId === undefined ? "/me/messages" : path`/me/mailFolders/${mailFolderId}/messages`,
    query: {
      $filter: filtered ? [`receivedDateTime ge ${since}`, ...conditions].join(" and ") : undefined,
      $orderby: "receivedDateTime desc",
    },
    headers: prefer({ contentType }),
  };
  return { messages: await listPages(outlook, request, { limit, largest: LARGEST_PAGE }, options) };
}
