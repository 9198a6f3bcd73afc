import type { StepOptions } from "../../kit/step-options.ts";
import { createdBetween, listStripe } from "../api.ts";
import type { ListPaymentIntentsInput, ListPaymentIntentsOutput } from "../types.generated.ts";

/** Lists payment intents, newest first, of one customer or of all. */
export async function listPaymentIntents(
  { customer, limit = 100, ...created }: ListPaymentIntentsInput,
  options: StepOptions = {},
): Promise<ListPaymentIntentsOutput> {
  "use step";
  return { payment_intents: await listStripe(limit, "/v1/payment_intents", { customer, ...createdBetween(created) }, options) };
}
