import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { presentRecord, writeRecords } from "../records.ts";
import type { CreateRecordsInput, CreateRecordsOutput } from "../types.generated.ts";

/** Adds records to a table. */
export async function createRecords<T = Loose>(input: CreateRecordsInput, options: StepOptions = {}): Promise<CreateRecordsOutput<T>> {
  "use step";
  const { typecast } = input;
  const records = input.records.map((fields) => ({ fields }));
  const answers = await writeRecords("POST", input, records, { typecast }, options);
  return { records: answers.flatMap((answer) => answer.records.map((record) => presentRecord<T>(record))) };
}
