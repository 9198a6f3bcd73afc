import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import { writeNeededFilters } from "../filters.ts";
import type { UpdateRowsInput, UpdateRowsOutput } from "../types.generated.ts";

/** Changes all rows of a table that meet the conditions, of which there must be one, and gives them back. */
export async function updateRows<T = Loose>(
  { table, filters, values, schema }: UpdateRowsInput,
  options: StepOptions = {},
): Promise<UpdateRowsOutput<T>> {
  "use step";
  const headers = { prefer: "return=representation", "content-profile": schema };
  const request = { path: path`/rest/v1/${table}`, query: writeNeededFilters(filters), headers, json: values };
  return { rows: await supabase.send({ method: "PATCH", ...request }, options) };
}
