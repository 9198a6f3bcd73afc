import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import { writeNeededFilters } from "../filters.ts";
import type { DeleteRowsInput, DeleteRowsOutput } from "../types.generated.ts";

/** Deletes all rows of a table that meet the conditions, of which there must be one, and gives them back. */
export async function deleteRows<T = Loose>(
  { table, filters, schema }: DeleteRowsInput,
  options: StepOptions = {},
): Promise<DeleteRowsOutput<T>> {
  "use step";
  const headers = { prefer: "return=representation", "content-profile": schema };
  return {
    rows: await supabase.send({ method: "DELETE", path: path`/rest/v1/${table}`, query: writeNeededFilters(filters), headers }, options),
  };
}
