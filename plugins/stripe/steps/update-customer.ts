import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { UpdateCustomerInput, UpdateCustomerOutput } from "../types.generated.ts";

/** Changes the fields you give and leaves the others as they are. */
export async function updateCustomer(
  { customer, ...changes }: UpdateCustomerInput,
  options: StepOptions = {},
): Promise<UpdateCustomerOutput> {
  "use step";
  return stripe.send({ path: path`/v1/customers/${customer}`, form: changes }, options);
}
