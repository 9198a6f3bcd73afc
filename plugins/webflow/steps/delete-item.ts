import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { DeleteItemInput, DeleteItemOutput } from "../types.generated.ts";

/** Deletes an item of a CMS collection, or only takes it off the live site. */
export async function deleteItem(
  { collection_id: collection, item_id: item, cmsLocaleId, live }: DeleteItemInput,
  options: StepOptions = {},
): Promise<DeleteItemOutput> {
  "use step";
  const one = path`/collections/${collection}/items/${item}` + (live ? "/live" : "");
  await webflow.send({ method: "DELETE", path: one, query: { cmsLocaleId } }, options);
  return { id: item, deleted: true };
}
