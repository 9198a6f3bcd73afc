import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { airtable } from "../api.ts";
import type { RecordAnswer } from "../records.ts";
import { presentRecord, recordPath } from "../records.ts";
import type { UpdateRecordInput, UpdateRecordOutput } from "../types.generated.ts";

/** Changes fields of a record. */
export async function updateRecord<T = Loose>(input: UpdateRecordInput, options: StepOptions = {}): Promise<UpdateRecordOutput<T>> {
  "use step";
  const { recordId, fields, typecast } = input;
  const place = recordPath(input, recordId);
  return presentRecord<T>(await airtable.send<RecordAnswer>({ method: "PATCH", path: place, json: { fields, typecast } }, options));
}
