import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listClerk } from "../api.ts";
import type { ListMembersInput, ListMembersOutput } from "../types.generated.ts";

interface Answer {
  readonly data: ListMembersOutput["members"];
}

/** Lists the members of an organization and their roles. */
export async function listMembers(
  { organization_id: organization, limit = 100, ...query }: ListMembersInput,
  options: StepOptions = {},
): Promise<ListMembersOutput> {
  "use step";
  const memberships = path`/organizations/${organization}/memberships`;
  return { members: await listClerk(limit, memberships, query, options, (page: Answer) => page.data) };
}
