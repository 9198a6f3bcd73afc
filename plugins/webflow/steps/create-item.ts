import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { CreateItemInput, CreateItemOutput } from "../types.generated.ts";

/** Adds an item to a CMS collection, to be published later or on the live site at once. */
export async function createItem<T = Loose>(
  { collection_id: collection, live, ...item }: CreateItemInput,
  options: StepOptions = {},
): Promise<CreateItemOutput<T>> {
  "use step";
  return webflow.send({ path: path`/collections/${collection}/items` + (live ? "/live" : ""), json: item }, options);
}
