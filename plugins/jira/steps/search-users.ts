import type { StepOptions } from "../../kit/step-options.ts";
import { listJira } from "../api.ts";
import type { SearchUsersInput, SearchUsersOutput } from "../types.generated.ts";

type Found = SearchUsersOutput["users"];

/** Finds people of the site by name or e-mail address. */
export async function searchUsers({ query, limit = 100 }: SearchUsersInput, options: StepOptions = {}): Promise<SearchUsersOutput> {
  "use step";
  return { users: await listJira(limit, "/rest/api/3/user/search", { query }, options, (page: Found) => page) };
}
