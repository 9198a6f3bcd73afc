import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreatePaymentLinkInput, CreatePaymentLinkOutput } from "../types.generated.ts";

/** Makes a link that many people can pay by. */
export async function createPaymentLink(input: CreatePaymentLinkInput, options: StepOptions = {}): Promise<CreatePaymentLinkOutput> {
  "use step";
  return stripe.send({ path: "/v1/payment_links", form: input }, options);
}
