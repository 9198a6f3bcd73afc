import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CancelSubscriptionInput, CancelSubscriptionOutput } from "../types.generated.ts";

/** Ends a subscription at once. */
export async function cancelSubscription(
  { subscription, ...form }: CancelSubscriptionInput,
  options: StepOptions = {},
): Promise<CancelSubscriptionOutput> {
  "use step";
  // An empty body would be sent as a form without fields.
  const details = Object.keys(form).length > 0 ? { form } : {};
  return stripe.send({ method: "DELETE", path: path`/v1/subscriptions/${subscription}`, ...details }, options);
}
