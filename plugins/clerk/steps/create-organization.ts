import type { StepOptions } from "../../kit/step-options.ts";
import { clerk } from "../api.ts";
import type { CreateOrganizationInput, CreateOrganizationOutput } from "../types.generated.ts";

/** Adds an organization, with a user as its first administrator if you like. */
export async function createOrganization(input: CreateOrganizationInput, options: StepOptions = {}): Promise<CreateOrganizationOutput> {
  "use step";
  return clerk.send({ path: "/organizations", json: input }, options);
}
