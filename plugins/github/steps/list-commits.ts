import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListCommitsInput, ListCommitsOutput } from "../types.generated.ts";

/** Lists the commits of a branch, newest first. */
export async function listCommits(
  { owner, repo, limit = 100, ...query }: ListCommitsInput,
  options: StepOptions = {},
): Promise<ListCommitsOutput> {
  "use step";
  return { commits: await listGithub(limit, { path: path`/repos/${owner}/${repo}/commits`, query }, options) };
}
