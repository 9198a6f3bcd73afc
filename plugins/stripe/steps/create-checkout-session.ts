import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreateCheckoutSessionInput, CreateCheckoutSessionOutput } from "../types.generated.ts";

/** Makes a page of Stripe's on which a customer pays or subscribes; send them to its url. */
export async function createCheckoutSession(
  input: CreateCheckoutSessionInput,
  options: StepOptions = {},
): Promise<CreateCheckoutSessionOutput> {
  "use step";
  return stripe.send({ path: "/v1/checkout/sessions", form: input }, options);
}
