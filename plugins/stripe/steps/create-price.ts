import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreatePriceInput, CreatePriceOutput } from "../types.generated.ts";

/** Adds a price to a product, for one payment or for a subscription. */
export async function createPrice(input: CreatePriceInput, options: StepOptions = {}): Promise<CreatePriceOutput> {
  "use step";
  return stripe.send({ path: "/v1/prices", form: input }, options);
}
