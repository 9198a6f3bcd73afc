import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { AddMemberInput, AddMemberOutput } from "../types.generated.ts";

/** Adds a user to an organization. */
export async function addMember(
  { organization_id: organization, ...member }: AddMemberInput,
  options: StepOptions = {},
): Promise<AddMemberOutput> {
  "use step";
  return clerk.send({ path: path`/organizations/${organization}/memberships`, json: member }, options);
}
