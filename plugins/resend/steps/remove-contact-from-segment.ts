import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { RemoveContactFromSegmentInput, RemoveContactFromSegmentOutput } from "../types.generated.ts";

/** Takes a contact out of a segment. */
export async function removeContactFromSegment(
  { contact_id, segment_id }: RemoveContactFromSegmentInput,
  options: StepOptions = {},
): Promise<RemoveContactFromSegmentOutput> {
  "use step";
  await resend.send({ method: "DELETE", path: path`/contacts/${contact_id}/segments/${segment_id}` }, options);
  return { contact_id, segment_id, deleted: true };
}
