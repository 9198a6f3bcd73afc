import type { StepOptions } from "../../kit/step-options.ts";
import { ACCOUNT } from "../api.ts";
import { listPages } from "../list-pages.ts";
import type { ListMessagesInput, ListMessagesOutput } from "../types.generated.ts";

/** Lists the messages that were sent and received, the newest first. */
export async function listMessages(
  { To, From, DateSentAfter, DateSentBefore, limit = 100 }: ListMessagesInput,
  options: StepOptions = {},
): Promise<ListMessagesOutput> {
  "use step";
  const query = { To, From, "DateSent>": DateSentAfter, "DateSent<": DateSentBefore };
  return { messages: await listPages({ path: `${ACCOUNT}/Messages.json`, query }, "messages", limit, options) };
}
