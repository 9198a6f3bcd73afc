import type { StepOptions } from "../../kit/step-options.ts";
import { listClerk } from "../api.ts";
import type { ListOrganizationsInput, ListOrganizationsOutput } from "../types.generated.ts";

interface Answer {
  readonly data: ListOrganizationsOutput["organizations"];
}

/** Lists organizations, newest first, with the number of their members. */
export async function listOrganizations(
  { query, limit = 100 }: ListOrganizationsInput,
  options: StepOptions = {},
): Promise<ListOrganizationsOutput> {
  "use step";
  const wanted = { query, include_members_count: true };
  return { organizations: await listClerk(limit, "/organizations", wanted, options, (page: Answer) => page.data) };
}
