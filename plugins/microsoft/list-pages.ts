import type { Api, ApiRequest } from "../kit/api.ts";
import { collectPages } from "../kit/collect-pages.ts";
import type { StepOptions } from "../kit/step-options.ts";

/** What Graph gives of a list at a time. */
interface ListPage<Item> {
  readonly value: readonly Item[];
  readonly "@odata.nextLink"?: string;
}

/** The first `limit` entries of a list of Graph, `largest` at a time; 0 leaves the size of a page to Graph, as some lists demand. */
export async function listPages<Item>(
  graph: Api,
  request: Pick<ApiRequest, "path" | "headers"> & { readonly query?: Readonly<Record<string, string | undefined>> },
  { limit, largest }: { readonly limit: number; readonly largest: number },
  options: StepOptions,
): Promise<Item[]> {
  return collectPages(limit, async (next, wanted) => {
    const first = { ...request.query, $top: largest === 0 ? undefined : Math.min(wanted, largest) };
    // The next page's address differs in its query alone; only that is taken of it, so that the token goes nowhere else.
    const query = next === undefined ? first : new URL(next).searchParams;
    const page = await graph.send<ListPage<Item>>({ ...request, query }, options);
    return { items: page.value, next: page["@odata.nextLink"] };
  });
}
