import type { StepOptions } from "../../kit/step-options.ts";
import { searchStripe } from "../api.ts";
import { searchQuery } from "../search-query.ts";
import type { SearchCustomersInput, SearchCustomersOutput } from "../types.generated.ts";

/** Finds customers by e-mail, name, telephone or metadata. */
export async function searchCustomers(
  { limit = 100, ...search }: SearchCustomersInput,
  options: StepOptions = {},
): Promise<SearchCustomersOutput> {
  "use step";
  return { customers: await searchStripe(limit, "/v1/customers/search", searchQuery(search), options) };
}
