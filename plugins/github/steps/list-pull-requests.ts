import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListPullRequestsInput, ListPullRequestsOutput } from "../types.generated.ts";

/** Lists the pull requests of a repository, newest first. */
export async function listPullRequests(
  { owner, repo, limit = 100, ...query }: ListPullRequestsInput,
  options: StepOptions = {},
): Promise<ListPullRequestsOutput> {
  "use step";
  return { pull_requests: await listGithub(limit, { path: path`/repos/${owner}/${repo}/pulls`, query }, options) };
}
