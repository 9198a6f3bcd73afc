import { collectPages } from "../../kit/collect-pages.ts";
import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { HubspotList } from "../api.ts";
import { hubspot } from "../api.ts";
import type { RecordAnswer } from "../records.ts";
import { presentRecord } from "../records.ts";
import type { SearchRecordsInput, SearchRecordsOutput } from "../types.generated.ts";

const LARGEST_PAGE = 200;

/** Finds records by words or by what their properties hold. */
export async function searchRecords<T = Loose>(input: SearchRecordsInput, options: StepOptions = {}): Promise<SearchRecordsOutput<T>> {
  "use step";
  const { objectType, query, filters = [], sort, properties = [], limit = 100 } = input;
  const search = {
    query,
    filterGroups: filters.length === 0 ? [] : [{ filters: filters.map(encodeFilter) }],
    sorts: sort === undefined ? [] : [sort],
    properties,
  };
  let total = 0;
  const records = await collectPages(limit, async (after = "0", wanted) => {
    const json = { ...search, limit: Math.min(wanted, LARGEST_PAGE), after };
    const page = await hubspot.send<HubspotList<RecordAnswer> & { total: number }>(
      { path: path`/crm/objects/2026-09/${objectType}/search`, json },
      options,
    );
    total = page.total;
    return { items: page.results, next: page.paging?.next?.after };
  });
  return { records: records.map((record) => presentRecord<T>(record)), total };
}

/** Values are texts to HubSpot. */
function encodeFilter({ value, highValue, ...filter }: NonNullable<SearchRecordsInput["filters"]>[number]): object {
  return {
    ...filter,
    value: value === undefined ? undefined : String(value),
    highValue: highValue === undefined ? undefined : String(highValue),
  };
}
