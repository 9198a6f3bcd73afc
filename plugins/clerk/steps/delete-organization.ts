import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { DeleteOrganizationInput, DeleteOrganizationOutput } from "../types.generated.ts";

/** Deletes an organization and all its memberships for good. */
export async function deleteOrganization(
  { organization_id: id }: DeleteOrganizationInput,
  options: StepOptions = {},
): Promise<DeleteOrganizationOutput> {
  "use step";
  return clerk.send({ method: "DELETE", path: path`/organizations/${id}` }, options);
}
