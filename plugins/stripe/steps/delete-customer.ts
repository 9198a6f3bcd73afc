import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { DeleteCustomerInput, DeleteCustomerOutput } from "../types.generated.ts";

/** Deletes a customer for good and ends all its subscriptions at once. */
export async function deleteCustomer({ customer }: DeleteCustomerInput, options: StepOptions = {}): Promise<DeleteCustomerOutput> {
  "use step";
  return stripe.send({ method: "DELETE", path: path`/v1/customers/${customer}` }, options);
}
