import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { PublishItemsInput, PublishItemsOutput } from "../types.generated.ts";

/** Puts up to 100 items of a CMS collection on the live site. */
export async function publishItems(
  { collection_id: collection, itemIds }: PublishItemsInput,
  options: StepOptions = {},
): Promise<PublishItemsOutput> {
  "use step";
  return webflow.send({ path: path`/collections/${collection}/items/publish`, json: { itemIds } }, options);
}
