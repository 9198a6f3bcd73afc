import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListBroadcastsInput, ListBroadcastsOutput } from "../types.generated.ts";

/** Lists the broadcasts of the account. */
export async function listBroadcasts({ limit = 100 }: ListBroadcastsInput, options: StepOptions = {}): Promise<ListBroadcastsOutput> {
  "use step";
  return { broadcasts: await listPages("/broadcasts", {}, limit, options) };
}
