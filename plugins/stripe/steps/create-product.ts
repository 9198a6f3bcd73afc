import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { CreateProductInput, CreateProductOutput } from "../types.generated.ts";

/** Adds a product to the catalog, with its price if you like. */
export async function createProduct(input: CreateProductInput, options: StepOptions = {}): Promise<CreateProductOutput> {
  "use step";
  return stripe.send({ path: "/v1/products", form: input }, options);
}
