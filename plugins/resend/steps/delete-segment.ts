import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { DeleteSegmentInput, DeleteSegmentOutput } from "../types.generated.ts";

/** Deletes a group of contacts; the contacts stay. */
export async function deleteSegment({ id }: DeleteSegmentInput, options: StepOptions = {}): Promise<DeleteSegmentOutput> {
  "use step";
  return resend.send({ method: "DELETE", path: path`/segments/${id}` }, options);
}
