import type { StepOptions } from "../../kit/step-options.ts";
import { searchStripe } from "../api.ts";
import { searchQuery } from "../search-query.ts";
import type { SearchSubscriptionsInput, SearchSubscriptionsOutput } from "../types.generated.ts";

/** Finds subscriptions by status or metadata. */
export async function searchSubscriptions(
  { limit = 100, ...search }: SearchSubscriptionsInput,
  options: StepOptions = {},
): Promise<SearchSubscriptionsOutput> {
  "use step";
  return { subscriptions: await searchStripe(limit, "/v1/subscriptions/search", searchQuery(search), options) };
}
