import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreateCustomerInput, CreateCustomerOutput } from "../types.generated.ts";

/** Adds a customer to the account. */
export async function createCustomer(input: CreateCustomerInput, options: StepOptions = {}): Promise<CreateCustomerOutput> {
  "use step";
  return stripe.send({ path: "/v1/customers", form: input }, options);
}
