import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListMessagesInput, ListMessagesOutput } from "../types.generated.ts";

/** Lists the messages of a channel, the newest first. */
export async function listMessages({ limit = 100, ...query }: ListMessagesInput, options: StepOptions = {}): Promise<ListMessagesOutput> {
  "use step";
  return { messages: await listPages("conversations.history", "messages", { ...query }, limit, options) };
}
