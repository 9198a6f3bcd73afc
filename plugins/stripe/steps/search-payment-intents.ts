import type { StepOptions } from "../../kit/step-options.ts";
import { searchStripe } from "../api.ts";
import { searchQuery } from "../search-query.ts";
import type { SearchPaymentIntentsInput, SearchPaymentIntentsOutput } from "../types.generated.ts";

/** Finds payment intents by status, customer or metadata. */
export async function searchPaymentIntents(
  { limit = 100, ...search }: SearchPaymentIntentsInput,
  options: StepOptions = {},
): Promise<SearchPaymentIntentsOutput> {
  "use step";
  return { payment_intents: await searchStripe(limit, "/v1/payment_intents/search", searchQuery(search), options) };
}
