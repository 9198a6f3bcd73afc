import { collectPages } from "../../kit/collect-pages.ts";
import { mapConcurrently } from "../../kit/map-concurrently.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";
import type { MessageAnswer } from "../read-message.ts";
import { summarize } from "../read-message.ts";
import type { SearchMessagesInput, SearchMessagesOutput } from "../types.generated.ts";

const LARGEST_PAGE = 500;
const AT_ONCE = 5;

/** What Gmail gives of a list at a time. */
interface MessagePage {
  readonly messages?: readonly { readonly id: string }[];
  readonly nextPageToken?: string;
}

/** Finds e-mails, and reads who sent them, when and about what. */
export async function searchMessages(input: SearchMessagesInput, options: StepOptions = {}): Promise<SearchMessagesOutput> {
  "use step";
  const { limit = 20, ...search } = input;
  const found = await collectPages(limit, async (pageToken, wanted) => {
    const query = { ...search, maxResults: Math.min(wanted, LARGEST_PAGE), pageToken };
    const page = await gmail.send<MessagePage>({ path: "/gmail/v1/users/me/messages", query }, options);
    return { items: page.messages ?? [], next: page.nextPageToken };
  });
  const messages = await mapConcurrently(found, AT_ONCE, async ({ id }) => {
    const query = { format: "metadata", metadataHeaders: ["From", "To", "Subject"] };
    return summarize(await gmail.send<MessageAnswer>({ path: path`/gmail/v1/users/me/messages/${id}`, query }, options));
  });
  return { messages };
}
