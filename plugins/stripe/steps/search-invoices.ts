import type { StepOptions } from "../../kit/step-options.ts";
import { searchStripe } from "../api.ts";
import { searchQuery } from "../search-query.ts";
import type { SearchInvoicesInput, SearchInvoicesOutput } from "../types.generated.ts";

/** Finds invoices by number, status, customer or metadata. */
export async function searchInvoices(
  { limit = 100, ...search }: SearchInvoicesInput,
  options: StepOptions = {},
): Promise<SearchInvoicesOutput> {
  "use step";
  return { invoices: await searchStripe(limit, "/v1/invoices/search", searchQuery(search), options) };
}
