import type { StepOptions } from "../../kit/step-options.ts";
import { webflow } from "../api.ts";
import type { ListSitesInput, ListSitesOutput } from "../types.generated.ts";

/** Lists the sites that the token may use, with their domains. */
export async function listSites(_: ListSitesInput, options: StepOptions = {}): Promise<ListSitesOutput> {
  "use step";
  return webflow.send({ path: "/sites" }, options);
}
