import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { PublishSiteInput, PublishSiteOutput } from "../types.generated.ts";

/** Publishes a site to some of its domains. */
export async function publishSite(
  { site_id: site, customDomains = [], publishToWebflowSubdomain = customDomains.length === 0 }: PublishSiteInput,
  options: StepOptions = {},
): Promise<PublishSiteOutput> {
  "use step";
  const json = { customDomains, publishToWebflowSubdomain };
  return webflow.send({ path: path`/sites/${site}/publish`, json }, options);
}
