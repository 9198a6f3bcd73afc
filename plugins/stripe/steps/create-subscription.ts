import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreateSubscriptionInput, CreateSubscriptionOutput } from "../types.generated.ts";

/** Starts a subscription of a customer to one or more recurring prices. */
export async function createSubscription(input: CreateSubscriptionInput, options: StepOptions = {}): Promise<CreateSubscriptionOutput> {
  "use step";
  return stripe.send({ path: "/v1/subscriptions", form: input }, options);
}
