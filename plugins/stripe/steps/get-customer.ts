import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { GetCustomerInput, GetCustomerOutput } from "../types.generated.ts";

/** Reads one customer. */
export async function getCustomer({ customer }: GetCustomerInput, options: StepOptions = {}): Promise<GetCustomerOutput> {
  "use step";
  return stripe.send({ path: path`/v1/customers/${customer}` }, options);
}
