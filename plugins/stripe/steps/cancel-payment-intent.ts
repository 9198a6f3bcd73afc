import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CancelPaymentIntentInput, CancelPaymentIntentOutput } from "../types.generated.ts";

/** Gives up a payment that has not succeeded; reserved money is released. */
export async function cancelPaymentIntent(
  { intent, ...form }: CancelPaymentIntentInput,
  options: StepOptions = {},
): Promise<CancelPaymentIntentOutput> {
  "use step";
  return stripe.send({ path: path`/v1/payment_intents/${intent}/cancel`, form }, options);
}
