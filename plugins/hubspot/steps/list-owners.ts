import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { HubspotList } from "../api.ts";
import { hubspot } from "../api.ts";
import type { ListOwnersInput, ListOwnersOutput } from "../types.generated.ts";

const LARGEST_PAGE = 500;

/** An owner as HubSpot gives it. */
interface OwnerAnswer {
  readonly id: string;
  readonly email?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly userId?: number;
}

/** Lists the people that records can belong to. */
export async function listOwners({ email, limit = 100 }: ListOwnersInput, options: StepOptions = {}): Promise<ListOwnersOutput> {
  "use step";
  const found = await collectPages(limit, async (after, wanted) => {
    const query = { email, limit: Math.min(wanted, LARGEST_PAGE), after };
    const page = await hubspot.send<HubspotList<OwnerAnswer>>({ path: "/crm/owners/2026-09", query }, options);
    return { items: page.results, next: page.paging?.next?.after };
  });
  const owners = found.map(({ id, email: address, firstName = "", lastName = "", userId }) => ({
    id,
    email: address ?? null,
    firstName,
    lastName,
    userId: userId ?? null,
  }));
  return { owners };
}
