import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreateRefundInput, CreateRefundOutput } from "../types.generated.ts";

/** Gives a payment back, all or a part of it. */
export async function createRefund(input: CreateRefundInput, options: StepOptions = {}): Promise<CreateRefundOutput> {
  "use step";
  return stripe.send({ path: "/v1/refunds", form: input }, options);
}
