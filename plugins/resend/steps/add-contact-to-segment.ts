import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { resend } from "../api.ts";
import type { AddContactToSegmentInput, AddContactToSegmentOutput } from "../types.generated.ts";

/** Puts a contact into a segment. */
export async function addContactToSegment(
  { contact_id, segment_id }: AddContactToSegmentInput,
  options: StepOptions = {},
): Promise<AddContactToSegmentOutput> {
  "use step";
  await resend.send({ method: "POST", path: path`/contacts/${contact_id}/segments/${segment_id}` }, options);
  return { contact_id, segment_id };
}
