import { collectPages } from "../../kit/collect-pages.ts";
import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { NotionList } from "../api.ts";
import { LARGEST_PAGE, notion } from "../api.ts";
import { findDataSource, readDataSource } from "../data-sources.ts";
import type { PageAnswer } from "../pages.ts";
import { presentPage } from "../pages.ts";
import type { QueryDatabaseInput, QueryDatabaseOutput } from "../types.generated.ts";
import { whereFilter } from "../where-filter.ts";

/** Finds the pages of a database. */
export async function queryDatabase<T = Loose>(input: QueryDatabaseInput, options: StepOptions = {}): Promise<QueryDatabaseOutput<T>> {
  "use step";
  const { sorts, limit = 100 } = input;
  const id = await findDataSource(input, options);
  const filter = await buildFilter(id, input, options);
  const place = path`/v1/data_sources/${id}/query`;
  const pages = await collectPages(limit, async (start_cursor, wanted) => {
    const json = { filter, sorts, page_size: Math.min(wanted, LARGEST_PAGE), start_cursor };
    const page = await notion.send<NotionList<PageAnswer>>({ path: place, json }, options);
    return { items: page.results, next: page.next_cursor ?? undefined };
  });
  return { pages: pages.map((page) => presentPage<T>(page)) };
}

/** What the form asks for, put together; the data source tells what its properties are. */
async function buildFilter(id: string, { where, filter }: QueryDatabaseInput, options: StepOptions): Promise<object | undefined> {
  if (where === undefined || Object.keys(where).length === 0) return filter;
  const { properties } = await readDataSource(id, options);
  const { and } = whereFilter(where, properties);
  return { and: filter === undefined ? and : [...and, filter] };
}
