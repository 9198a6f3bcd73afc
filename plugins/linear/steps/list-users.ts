import type { StepOptions } from "../../kit/step-options.ts";
import type { Connection } from "../api.ts";
import { listLinear } from "../api.ts";
import type { ListUsersInput, ListUsersOutput } from "../types.generated.ts";

const LIST_USERS = `query ListUsers($includeDisabled: Boolean, $first: Int, $after: String) {
  users(includeDisabled: $includeDisabled, first: $first, after: $after) {
    nodes { id name displayName email active admin url }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Answer {
  readonly users: Connection<ListUsersOutput["users"][number]>;
}

/** Lists the people of the workspace. */
export async function listUsers({ includeDisabled, limit = 100 }: ListUsersInput, options: StepOptions = {}): Promise<ListUsersOutput> {
  "use step";
  return { users: await listLinear(limit, LIST_USERS, { includeDisabled }, options, ({ users }: Answer) => users) };
}
