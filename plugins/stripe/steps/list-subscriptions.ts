import type { StepOptions } from "../../kit/step-options.ts";
import { createdBetween, listStripe } from "../api.ts";
import type { ListSubscriptionsInput, ListSubscriptionsOutput } from "../types.generated.ts";

/** Lists subscriptions, newest first; those that have ended only when their status is asked for. */
export async function listSubscriptions(
  { customer, price, status, limit = 100, ...created }: ListSubscriptionsInput,
  options: StepOptions = {},
): Promise<ListSubscriptionsOutput> {
  "use step";
  const query = { customer, price, status, ...createdBetween(created) };
  return { subscriptions: await listStripe(limit, "/v1/subscriptions", query, options) };
}
