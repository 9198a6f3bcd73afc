import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { GetCheckoutSessionInput, GetCheckoutSessionOutput } from "../types.generated.ts";

/** Reads a checkout session: whether it is paid, and by whom. */
export async function getCheckoutSession(
  { session }: GetCheckoutSessionInput,
  options: StepOptions = {},
): Promise<GetCheckoutSessionOutput> {
  "use step";
  return stripe.send({ path: path`/v1/checkout/sessions/${session}` }, options);
}
