import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { UpdateMemberInput, UpdateMemberOutput } from "../types.generated.ts";

/** Gives a member of an organization another role. */
export async function updateMember(
  { organization_id: organization, user_id: user, role }: UpdateMemberInput,
  options: StepOptions = {},
): Promise<UpdateMemberOutput> {
  "use step";
  return clerk.send({ method: "PATCH", path: path`/organizations/${organization}/memberships/${user}`, json: { role } }, options);
}
