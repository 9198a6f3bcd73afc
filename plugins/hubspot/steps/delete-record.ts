import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { hubspot } from "../api.ts";
import type { DeleteRecordInput, DeleteRecordOutput } from "../types.generated.ts";

/** Moves a record to HubSpot's recycling bin. */
export async function deleteRecord({ objectType, id }: DeleteRecordInput, options: StepOptions = {}): Promise<DeleteRecordOutput> {
  "use step";
  await hubspot.send({ method: "DELETE", path: path`/crm/objects/2026-09/${objectType}/${id}` }, options);
  return { id, deleted: true };
}
