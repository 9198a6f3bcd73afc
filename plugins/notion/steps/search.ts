import type { StepOptions } from "../../kit/step-options.ts";
import { titleOf } from "../flatten-properties.ts";
import type { PageProperty } from "../flatten-properties.ts";
import { plainText } from "../rich-text.ts";
import { searchAll } from "../search-all.ts";
import type { SearchInput, SearchOutput } from "../types.generated.ts";

/** Finds pages and databases by words in their title. */
export async function search({ query, object, limit = 100 }: SearchInput, options: StepOptions = {}): Promise<SearchOutput> {
  "use step";
  const found = await searchAll({ query, object, limit }, options);
  return {
    results: found.map((entry) => ({
      id: entry.id,
      object: entry.object,
      // A page's properties have values, a data source's only types.
      title: entry.object === "page" ? titleOf((entry.properties ?? {}) as Readonly<Record<string, PageProperty>>) : plainText(entry.title),
      url: entry.url,
      last_edited_time: entry.last_edited_time ?? null,
    })),
  };
}
