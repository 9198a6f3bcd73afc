import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListRepliesInput, ListRepliesOutput } from "../types.generated.ts";

/** Lists the messages of a thread, the one that began it first. */
export async function listReplies({ limit = 100, ...query }: ListRepliesInput, options: StepOptions = {}): Promise<ListRepliesOutput> {
  "use step";
  return { messages: await listPages("conversations.replies", "messages", { ...query }, limit, options) };
}
