import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { UpdateOrganizationInput, UpdateOrganizationOutput } from "../types.generated.ts";

/** Changes the fields you give and leaves the others as they are. */
export async function updateOrganization(
  { organization_id: id, ...changes }: UpdateOrganizationInput,
  options: StepOptions = {},
): Promise<UpdateOrganizationOutput> {
  "use step";
  return clerk.send({ method: "PATCH", path: path`/organizations/${id}`, json: changes }, options);
}
