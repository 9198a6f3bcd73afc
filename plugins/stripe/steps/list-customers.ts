import type { StepOptions } from "../../kit/step-options.ts";
import { createdBetween, listStripe } from "../api.ts";
import type { ListCustomersInput, ListCustomersOutput } from "../types.generated.ts";

/** Lists customers, newest first, all of them or those with one e-mail address. */
export async function listCustomers(
  { email, limit = 100, ...created }: ListCustomersInput,
  options: StepOptions = {},
): Promise<ListCustomersOutput> {
  "use step";
  return { customers: await listStripe(limit, "/v1/customers", { email, ...createdBetween(created) }, options) };
}
