import type { StepOptions } from "../../kit/step-options.ts";
import { listStripe } from "../api.ts";
import type { ListPricesInput, ListPricesOutput } from "../types.generated.ts";

/** Lists prices, newest first, of one product or of all. */
export async function listPrices({ limit = 100, ...query }: ListPricesInput, options: StepOptions = {}): Promise<ListPricesOutput> {
  "use step";
  return { prices: await listStripe(limit, "/v1/prices", query, options) };
}
