import type { Loose } from "../../kit/loose.ts";
import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { hubspot } from "../api.ts";
import type { RecordAnswer } from "../records.ts";
import { encodeProperties, presentRecord } from "../records.ts";
import type { UpdateRecordInput, UpdateRecordOutput } from "../types.generated.ts";

/** Changes properties of a record. */
export async function updateRecord<T = Loose>(input: UpdateRecordInput, options: StepOptions = {}): Promise<UpdateRecordOutput<T>> {
  "use step";
  const { objectType, id, idProperty, properties } = input;
  const json = { properties: encodeProperties(properties) };
  const place = path`/crm/objects/2026-09/${objectType}/${id}`;
  return presentRecord<T>(await hubspot.send<RecordAnswer>({ method: "PATCH", path: place, query: { idProperty }, json }, options));
}
