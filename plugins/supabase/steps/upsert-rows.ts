import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import { writeColumns } from "../filters.ts";
import type { UpsertRowsInput, UpsertRowsOutput } from "../types.generated.ts";

/** Adds rows to a table; where one is there already, it is changed or left as it is. */
export async function upsertRows<T = Loose>(
  { table, rows, on_conflict: columns, resolution = "merge-duplicates", schema }: UpsertRowsInput,
  options: StepOptions = {},
): Promise<UpsertRowsOutput<T>> {
  "use step";
  const headers = { prefer: `return=representation, missing=default, resolution=${resolution}`, "content-profile": schema };
  const query = { columns: writeColumns(rows), on_conflict: columns?.join(",") };
  return { rows: await supabase.send({ path: path`/rest/v1/${table}`, query, headers, json: rows }, options) };
}
