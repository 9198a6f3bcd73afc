import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { hubspot } from "../api.ts";
import type { DisassociateRecordsInput, DisassociateRecordsOutput } from "../types.generated.ts";

/** Takes all ties between two records away. */
export async function disassociateRecords(input: DisassociateRecordsInput, options: StepOptions = {}): Promise<DisassociateRecordsOutput> {
  "use step";
  const { fromObjectType, fromObjectId, toObjectType, toObjectId } = input;
  const place = path`/crm/objects/2026-09/${fromObjectType}/${fromObjectId}/associations/${toObjectType}/${toObjectId}`;
  await hubspot.send({ method: "DELETE", path: place }, options);
  return { associated: false };
}
