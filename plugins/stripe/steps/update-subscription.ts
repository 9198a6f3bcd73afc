import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { UpdateSubscriptionInput, UpdateSubscriptionOutput } from "../types.generated.ts";

/** Changes prices, quantities or the end of a subscription. */
export async function updateSubscription(
  { subscription, ...changes }: UpdateSubscriptionInput,
  options: StepOptions = {},
): Promise<UpdateSubscriptionOutput> {
  "use step";
  return stripe.send({ path: path`/v1/subscriptions/${subscription}`, form: changes }, options);
}
