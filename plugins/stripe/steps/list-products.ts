import type { StepOptions } from "../../kit/step-options.ts";
import { listStripe } from "../api.ts";
import type { ListProductsInput, ListProductsOutput } from "../types.generated.ts";

/** Lists the products of the catalog, newest first. */
export async function listProducts({ active, limit = 100 }: ListProductsInput, options: StepOptions = {}): Promise<ListProductsOutput> {
  "use step";
  return { products: await listStripe(limit, "/v1/products", { active }, options) };
}
