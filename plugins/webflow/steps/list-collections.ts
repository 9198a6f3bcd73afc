import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { ListCollectionsInput, ListCollectionsOutput } from "../types.generated.ts";

/** Lists the CMS collections of a site. */
export async function listCollections({ site_id: site }: ListCollectionsInput, options: StepOptions = {}): Promise<ListCollectionsOutput> {
  "use step";
  return webflow.send({ path: path`/sites/${site}/collections` }, options);
}
