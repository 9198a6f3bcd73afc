import type { StepOptions } from "../../kit/step-options.ts";
import { airtable } from "../api.ts";
import { inBatches, recordPath } from "../records.ts";
import type { DeleteRecordsInput, DeleteRecordsOutput } from "../types.generated.ts";

/** Removes records from a table. */
export async function deleteRecords(input: DeleteRecordsInput, options: StepOptions = {}): Promise<DeleteRecordsOutput> {
  "use step";
  const answers = await inBatches(input.recordIds, (batch) =>
    airtable.send<DeleteRecordsOutput>({ method: "DELETE", path: recordPath(input), query: { "records[]": batch } }, options),
  );
  return { records: answers.flatMap(({ records }) => records.map(({ id, deleted }) => ({ id, deleted }))) };
}
