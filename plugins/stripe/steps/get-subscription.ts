import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { GetSubscriptionInput, GetSubscriptionOutput } from "../types.generated.ts";

/** Reads one subscription with its status and items. */
export async function getSubscription({ subscription }: GetSubscriptionInput, options: StepOptions = {}): Promise<GetSubscriptionOutput> {
  "use step";
  return stripe.send({ path: path`/v1/subscriptions/${subscription}` }, options);
}
