import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { InviteMemberInput, InviteMemberOutput } from "../types.generated.ts";

/** Invites a person to join an organization, by e-mail. */
export async function inviteMember(
  { organization_id: organization, ...invitation }: InviteMemberInput,
  options: StepOptions = {},
): Promise<InviteMemberOutput> {
  "use step";
  return clerk.send({ path: path`/organizations/${organization}/invitations`, json: invitation }, options);
}
