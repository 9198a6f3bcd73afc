import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CapturePaymentIntentInput, CapturePaymentIntentOutput } from "../types.generated.ts";

/** Takes the money that a payment intent with manual capture has reserved, all or a part of it. */
export async function capturePaymentIntent(
  { intent, ...form }: CapturePaymentIntentInput,
  options: StepOptions = {},
): Promise<CapturePaymentIntentOutput> {
  "use step";
  return stripe.send({ path: path`/v1/payment_intents/${intent}/capture`, form }, options);
}
