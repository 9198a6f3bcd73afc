import type { StepOptions } from "../../kit/step-options.ts";
import { createdBetween, listStripe } from "../api.ts";
import type { ListInvoicesInput, ListInvoicesOutput } from "../types.generated.ts";

/** Lists invoices, newest first. */
export async function listInvoices(
  { customer, status, subscription, limit = 100, ...created }: ListInvoicesInput,
  options: StepOptions = {},
): Promise<ListInvoicesOutput> {
  "use step";
  const query = { customer, status, subscription, ...createdBetween(created) };
  return { invoices: await listStripe(limit, "/v1/invoices", query, options) };
}
