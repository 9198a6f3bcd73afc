import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { matchFormula } from "../formula.ts";
import { listAll } from "../list-all.ts";
import { presentRecord, recordPath } from "../records.ts";
import type { FindRecordsInput, FindRecordsOutput } from "../types.generated.ts";

/** Finds records by what one of their fields holds. */
export async function findRecords<T = Loose>(input: FindRecordsInput, options: StepOptions = {}): Promise<FindRecordsOutput<T>> {
  "use step";
  const { baseId, table, field, match = "equals", value = "", limit = 100, ...query } = input;
  const filterByFormula = matchFormula(field, match, value);
  const records = await listAll(recordPath({ baseId, table }), { ...query, filterByFormula }, limit, options);
  return { records: records.map((record) => presentRecord<T>(record)) };
}
