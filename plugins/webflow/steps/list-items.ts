import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listWebflow } from "../api.ts";
import type { ListItemsInput, ListItemsOutput } from "../types.generated.ts";

interface Answer {
  readonly items?: ListItemsOutput["items"];
}

/** Lists the items of a CMS collection, as they are in the editor or on the live site. */
export async function listItems<T = Loose>(
  { collection_id: collection, live, limit = 100, ...query }: ListItemsInput,
  options: StepOptions = {},
): Promise<ListItemsOutput<T>> {
  "use step";
  const items = path`/collections/${collection}/items` + (live ? "/live" : "");
  return { items: await listWebflow(limit, items, query, options, (page: Answer) => page.items) };
}
