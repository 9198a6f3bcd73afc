import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreatePaymentIntentInput, CreatePaymentIntentOutput } from "../types.generated.ts";

/** Starts a payment, and with confirm makes it at once from a saved payment method. */
export async function createPaymentIntent(
  { return_url: returnUrl, ...intent }: CreatePaymentIntentInput,
  options: StepOptions = {},
): Promise<CreatePaymentIntentOutput> {
  "use step";
  // A payment that nobody can be sent away for offers only what needs no page of its own.
  const methods = { enabled: true, ...(returnUrl === undefined && intent.confirm ? { allow_redirects: "never" } : {}) };
  // Stripe takes a return address only with the payment itself.
  const back = intent.confirm ? { return_url: returnUrl } : {};
  return stripe.send({ path: "/v1/payment_intents", form: { ...intent, ...back, automatic_payment_methods: methods } }, options);
}
