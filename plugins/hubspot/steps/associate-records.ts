import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { hubspot } from "../api.ts";
import type { AssociateRecordsInput, AssociateRecordsOutput } from "../types.generated.ts";

/** Ties two records together, without a label. */
export async function associateRecords(input: AssociateRecordsInput, options: StepOptions = {}): Promise<AssociateRecordsOutput> {
  "use step";
  const { fromObjectType, fromObjectId, toObjectType, toObjectId } = input;
  const place = path`/crm/objects/2026-09/${fromObjectType}/${fromObjectId}/associations/default/${toObjectType}/${toObjectId}`;
  await hubspot.send({ method: "PUT", path: place }, options);
  return { associated: true };
}
