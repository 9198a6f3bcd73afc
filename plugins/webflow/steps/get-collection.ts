import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { GetCollectionInput, GetCollectionOutput } from "../types.generated.ts";

/** Reads a CMS collection with its fields. */
export async function getCollection(
  { collection_id: collection }: GetCollectionInput,
  options: StepOptions = {},
): Promise<GetCollectionOutput> {
  "use step";
  return webflow.send({ path: path`/collections/${collection}` }, options);
}
