import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { GetPaymentIntentInput, GetPaymentIntentOutput } from "../types.generated.ts";

/** Reads one payment intent and its status. */
export async function getPaymentIntent({ intent }: GetPaymentIntentInput, options: StepOptions = {}): Promise<GetPaymentIntentOutput> {
  "use step";
  return stripe.send({ path: path`/v1/payment_intents/${intent}` }, options);
}
