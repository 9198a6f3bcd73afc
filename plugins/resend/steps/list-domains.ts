import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListDomainsInput, ListDomainsOutput } from "../types.generated.ts";

/** Lists the domains of the account. */
export async function listDomains({ limit = 100 }: ListDomainsInput, options: StepOptions = {}): Promise<ListDomainsOutput> {
  "use step";
  return { domains: await listPages("/domains", {}, limit, options) };
}
