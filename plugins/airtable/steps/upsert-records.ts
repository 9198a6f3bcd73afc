import type { Loose } from "../../kit/loose.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { RecordAnswer } from "../records.ts";
import { presentRecord, writeRecords } from "../records.ts";
import type { UpsertRecordsInput, UpsertRecordsOutput } from "../types.generated.ts";

/** What Airtable says of a batch. */
interface UpsertAnswer {
  readonly records: readonly RecordAnswer[];
  readonly createdRecords?: readonly string[];
  readonly updatedRecords?: readonly string[];
}

/** Changes the records that are there and adds the others. */
export async function upsertRecords<T = Loose>(input: UpsertRecordsInput, options: StepOptions = {}): Promise<UpsertRecordsOutput<T>> {
  "use step";
  const { fieldsToMergeOn, typecast } = input;
  const records = input.records.map((fields) => ({ fields }));
  const answers = await writeRecords<UpsertAnswer>("PATCH", input, records, { performUpsert: { fieldsToMergeOn }, typecast }, options);
  return {
    records: answers.flatMap((answer) => answer.records.map((record) => presentRecord<T>(record))),
    createdRecords: answers.flatMap(({ createdRecords = [] }) => createdRecords),
    updatedRecords: answers.flatMap(({ updatedRecords = [] }) => updatedRecords),
  };
}
