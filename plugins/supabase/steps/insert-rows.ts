import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { supabase } from "../api.ts";
import { writeColumns } from "../filters.ts";
import type { InsertRowsInput, InsertRowsOutput } from "../types.generated.ts";

/** Adds rows to a table and gives them back as they are stored. */
export async function insertRows<T = Loose>(
  { table, rows, schema }: InsertRowsInput,
  options: StepOptions = {},
): Promise<InsertRowsOutput<T>> {
  "use step";
  const headers = { prefer: "return=representation, missing=default", "content-profile": schema };
  const query = { columns: writeColumns(rows) };
  return { rows: await supabase.send({ path: path`/rest/v1/${table}`, query, headers, json: rows }, options) };
}
