import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { GetSiteInput, GetSiteOutput } from "../types.generated.ts";

/** Reads one site with its domains. */
export async function getSite({ site_id: site }: GetSiteInput, options: StepOptions = {}): Promise<GetSiteOutput> {
  "use step";
  return webflow.send({ path: path`/sites/${site}` }, options);
}
