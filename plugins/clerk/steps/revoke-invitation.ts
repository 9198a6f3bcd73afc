import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { RevokeInvitationInput, RevokeInvitationOutput } from "../types.generated.ts";

/** Takes back an invitation that nobody has accepted. */
export async function revokeInvitation(
  { invitation_id: id }: RevokeInvitationInput,
  options: StepOptions = {},
): Promise<RevokeInvitationOutput> {
  "use step";
  return clerk.send({ method: "POST", path: path`/invitations/${id}/revoke` }, options);
}
