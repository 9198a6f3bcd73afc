import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { ConfirmPaymentIntentInput, ConfirmPaymentIntentOutput } from "../types.generated.ts";

/** Makes the payment of an intent with a payment method. */
export async function confirmPaymentIntent(
  { intent, ...form }: ConfirmPaymentIntentInput,
  options: StepOptions = {},
): Promise<ConfirmPaymentIntentOutput> {
  "use step";
  return stripe.send({ path: path`/v1/payment_intents/${intent}/confirm`, form }, options);
}
