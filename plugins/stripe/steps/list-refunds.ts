import type { StepOptions } from "../../kit/step-options.ts";
import { createdBetween, listStripe } from "../api.ts";
import type { ListRefundsInput, ListRefundsOutput } from "../types.generated.ts";

/** Lists refunds, newest first, of one payment or of all. */
export async function listRefunds(
  { payment_intent: intent, limit = 100, ...created }: ListRefundsInput,
  options: StepOptions = {},
): Promise<ListRefundsOutput> {
  "use step";
  return { refunds: await listStripe(limit, "/v1/refunds", { payment_intent: intent, ...createdBetween(created) }, options) };
}
