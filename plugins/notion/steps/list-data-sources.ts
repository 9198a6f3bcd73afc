import type { StepOptions } from "../../kit/step-options.ts";
import { plainText } from "../rich-text.ts";
import type { FoundAnswer } from "../search-all.ts";
import { searchAll } from "../search-all.ts";
import type { ListDataSourcesInput, ListDataSourcesOutput } from "../types.generated.ts";

/** Lists the tables that are shared with the integration. */
export async function listDataSources(input: ListDataSourcesInput, options: StepOptions = {}): Promise<ListDataSourcesOutput> {
  "use step";
  const { query, limit = 100 } = input;
  const found = await searchAll({ query, object: "data_source", limit }, options);
  return { data_sources: found.map(present) };
}

function present({ id, url, title, parent }: FoundAnswer): ListDataSourcesOutput["data_sources"][number] {
  return { id, title: plainText(title), url, database_id: parent?.database_id ?? null };
}
