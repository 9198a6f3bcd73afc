import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { airtable } from "../api.ts";
import type { RecordAnswer } from "../records.ts";
import { presentRecord, recordPath } from "../records.ts";
import type { GetRecordInput, GetRecordOutput } from "../types.generated.ts";

/** Reads a record. */
export async function getRecord<T = Loose>(input: GetRecordInput, options: StepOptions = {}): Promise<GetRecordOutput<T>> {
  "use step";
  return presentRecord<T>(await airtable.send<RecordAnswer>({ path: recordPath(input, input.recordId) }, options));
}
