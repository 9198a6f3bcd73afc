import { collectPages } from "../kit/collect-pages.ts";
import { encodeFields } from "../kit/encode-fields.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { airtable } from "./api.ts";
import type { RecordAnswer } from "./records.ts";

/** What records are listed, and how. */
interface RecordQuery {
  readonly view?: string | undefined;
  readonly filterByFormula?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly sort?: readonly { readonly field: string; readonly direction?: string | undefined }[] | undefined;
}

const LARGEST_PAGE = 100;

/** The first records of a table that a query finds. */
export function listAll(place: string, query: RecordQuery, limit: number, options: StepOptions): Promise<RecordAnswer[]> {
  return collectPages(limit, async (offset, wanted) => {
    const { fields = [], ...rest } = query;
    const pairs = encodeFields({ ...rest, pageSize: Math.min(wanted, LARGEST_PAGE), offset }, { sort: "brackets" });
    for (const field of fields) pairs.append("fields[]", field);
    const page = await airtable.send<{ records: readonly RecordAnswer[]; offset?: string }>({ path: place, query: pairs }, options);
    return { items: page.records, next: page.offset };
  });
}
