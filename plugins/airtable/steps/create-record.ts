import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { airtable } from "../api.ts";
import type { RecordAnswer } from "../records.ts";
import { presentRecord, recordPath } from "../records.ts";
import type { CreateRecordInput, CreateRecordOutput } from "../types.generated.ts";

/** Adds a record to a table. */
export async function createRecord<T = Loose>(input: CreateRecordInput, options: StepOptions = {}): Promise<CreateRecordOutput<T>> {
  "use step";
  const { fields, typecast } = input;
  return presentRecord<T>(await airtable.send<RecordAnswer>({ path: recordPath(input), json: { fields, typecast } }, options));
}
