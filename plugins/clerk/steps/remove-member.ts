import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { RemoveMemberInput, RemoveMemberOutput } from "../types.generated.ts";

/** Takes a user out of an organization. */
export async function removeMember(
  { organization_id: organization, user_id: user }: RemoveMemberInput,
  options: StepOptions = {},
): Promise<RemoveMemberOutput> {
  "use step";
  return clerk.send({ method: "DELETE", path: path`/organizations/${organization}/memberships/${user}` }, options);
}
