import { collectPages } from "../../kit/collect-pages.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { airtable } from "../api.ts";
import type { ListBasesInput, ListBasesOutput } from "../types.generated.ts";

/** Lists the bases that the token may see; Airtable gives a thousand at a time. */
export async function listBases({ limit = 1_000 }: ListBasesInput, options: StepOptions = {}): Promise<ListBasesOutput> {
  "use step";
  const bases = await collectPages(limit, async (offset) => {
    const page = await airtable.send<ListBasesOutput & { offset?: string }>({ path: "/v0/meta/bases", query: { offset } }, options);
    return { items: page.bases, next: page.offset };
  });
  return { bases: bases.map(({ id, name, permissionLevel }) => ({ id, name, permissionLevel })) };
}
