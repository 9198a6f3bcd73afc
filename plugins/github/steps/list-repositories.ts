import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListRepositoriesInput, ListRepositoriesOutput } from "../types.generated.ts";

/** Lists the repositories of an organization, or all that the token's owner can reach. */
export async function listRepositories(
  { org, limit = 100, ...query }: ListRepositoriesInput,
  options: StepOptions = {},
): Promise<ListRepositoriesOutput> {
  "use step";
  const request = { path: org === undefined ? "/user/repos" : path`/orgs/${org}/repos`, query };
  return { repositories: await listGithub(limit, request, options) };
}
