import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { GetOrganizationInput, GetOrganizationOutput } from "../types.generated.ts";

/** Reads one organization by its id or its slug. */
export async function getOrganization(
  { organization_id: id }: GetOrganizationInput,
  options: StepOptions = {},
): Promise<GetOrganizationOutput> {
  "use step";
  return clerk.send({ path: path`/organizations/${id}`, query: { include_members_count: true } }, options);
}
