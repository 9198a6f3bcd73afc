import type { StepOptions } from "../../kit/step-options.ts";
import { listPages } from "../list-pages.ts";
import type { ListUsersInput, ListUsersOutput } from "../types.generated.ts";

/** Lists the people and bots of the workspace. */
export async function listUsers({ limit = 100, include_locale }: ListUsersInput, options: StepOptions = {}): Promise<ListUsersOutput> {
  "use step";
  return { members: await listPages("users.list", "members", { include_locale }, limit, options) };
}
