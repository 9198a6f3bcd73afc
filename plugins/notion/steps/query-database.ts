import { collectPages } from "../../kit/collect-pages.ts";
import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { NotionList } from "../api.ts";
import { LARGEST_PAGE, notion } from "../api.ts";
import { findDataSource } from "../data-sources.ts";
import type { PageAnswer } from "../pages.ts";
import { presentPage } from "../pages.ts";
import type { QueryDatabaseInput, QueryDatabaseOutput } from "../types.generated.ts";

/** Finds the pages of a database. */
export async function queryDatabase<T = Loose>(input: QueryDatabaseInput, options: StepOptions = {}): Promise<QueryDatabaseOutput<T>> {
  "use step";
  const { filter, sorts, limit = 100 } = input;
  const place = path`/v1/data_sources/${await findDataSource(input, options)}/query`;
  const pages = await collectPages(limit, async (start_cursor, wanted) => {
    const json = { filter, sorts, page_size: Math.min(wanted, LARGEST_PAGE), start_cursor };
    const page = await notion.send<NotionList<PageAnswer>>({ path: place, json }, options);
    return { items: page.results, next: page.next_cursor ?? undefined };
  });
  return { pages: pages.map((page) => presentPage<T>(page)) };
}
