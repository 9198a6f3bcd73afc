import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listAll } from "../list-all.ts";
import { presentRecord, recordPath } from "../records.ts";
import type { ListRecordsInput, ListRecordsOutput } from "../types.generated.ts";

/** Lists records of a table. */
export async function listRecords<T = Loose>(input: ListRecordsInput, options: StepOptions = {}): Promise<ListRecordsOutput<T>> {
  "use step";
  const { baseId, table, limit = 100, ...query } = input;
  const records = await listAll(recordPath({ baseId, table }), query, limit, options);
  return { records: records.map((record) => presentRecord<T>(record)) };
}
