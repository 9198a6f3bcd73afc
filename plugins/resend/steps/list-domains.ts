import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { ListDomainsInput, ListDomainsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 100;

/** What Resend gives of a list at a time. */
interface DomainPage {
  readonly data: ListDomainsOutput["domains"];
  readonly has_more?: boolean;
}

/** Lists the domains of the account. */
export async function listDomains({ limit = 100 }: ListDomainsInput, options: StepOptions = {}): Promise<ListDomainsOutput> {
  "use step";
  const domains = await collectPages(limit, async (after, wanted) => {
    const query = { limit: Math.min(wanted, LARGEST_PAGE), after };
    const { data, has_more: hasMore } = await resend.send<DomainPage>({ path: "/domains", query }, options);
    return { items: data, next: hasMore ? data.at(-1)?.id : undefined };
  });
  return { domains };
}
