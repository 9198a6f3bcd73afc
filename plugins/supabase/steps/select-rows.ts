import { collectPages } from "../../kit/collect-pages.ts";
import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import { writeFilters, writeOrder } from "../filters.ts";
import type { SelectRowsInput, SelectRowsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 1_000;
/** A page shorter than this is the last; a project may allow fewer rows than are asked for, but nobody allows so few. */
const SMALLEST_PAGE = 100;

/** Reads the rows of a table or a view that meet all conditions. */
export async function selectRows<T = Loose>(
  { table, select = "*", filters = [], order, schema, limit = 100 }: SelectRowsInput,
  options: StepOptions = {},
): Promise<SelectRowsOutput<T>> {
  "use step";
  const rows = await collectPages<Loose>(limit, async (offset = "0", wanted) => {
    const size = Math.min(wanted, LARGEST_PAGE);
    const query = writeFilters(filters);
    for (const [name, value] of Object.entries({ select, order: writeOrder(order), limit: String(size), offset })) {
      if (value !== undefined) query.append(name, value);
    }
    const request = { path: path`/rest/v1/${table}`, query, headers: { "accept-profile": schema } };
    const items = await supabase.send<readonly Loose[]>(request, options);
    const ended = items.length < Math.min(size, SMALLEST_PAGE);
    return { items, next: ended ? undefined : String(Number(offset) + items.length) };
  });
  return { rows };
}
