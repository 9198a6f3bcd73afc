import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { GetBalanceInput, GetBalanceOutput } from "../types.generated.ts";

/** Reads what the account holds in each currency, and what is on its way. */
export async function getBalance(_: GetBalanceInput, options: StepOptions = {}): Promise<GetBalanceOutput> {
  "use step";
  return stripe.send({ path: "/v1/balance" }, options);
}
