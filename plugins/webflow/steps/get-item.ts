import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { GetItemInput, GetItemOutput } from "../types.generated.ts";

/** Reads one item of a CMS collection, as it is in the editor or on the live site. */
export async function getItem<T = Loose>(
  { collection_id: collection, item_id: item, cmsLocaleId, live }: GetItemInput,
  options: StepOptions = {},
): Promise<GetItemOutput<T>> {
  "use step";
  const one = path`/collections/${collection}/items/${item}` + (live ? "/live" : "");
  return webflow.send({ path: one, query: { cmsLocaleId } }, options);
}
