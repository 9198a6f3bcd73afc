import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { presentRecord, writeRecords } from "../records.ts";
import type { UpdateRecordsInput, UpdateRecordsOutput } from "../types.generated.ts";

/** Changes fields of records. */
export async function updateRecords<T = Loose>(input: UpdateRecordsInput, options: StepOptions = {}): Promise<UpdateRecordsOutput<T>> {
  "use step";
  const { records, typecast } = input;
  const answers = await writeRecords("PATCH", input, records, { typecast }, options);
  return { records: answers.flatMap((answer) => answer.records.map((record) => presentRecord<T>(record))) };
}
