import type { StepOptions } from "../../kit/step-options.ts";
import { listClerk } from "../api.ts";
import type { ListUsersInput, ListUsersOutput } from "../types.generated.ts";

type Users = ListUsersOutput["users"];

/** Lists users, newest first, all of them or those that match. */
export async function listUsers({ limit = 100, ...query }: ListUsersInput, options: StepOptions = {}): Promise<ListUsersOutput> {
  "use step";
  return { users: await listClerk(limit, "/users", query, options, (page: Users) => page) };
}
