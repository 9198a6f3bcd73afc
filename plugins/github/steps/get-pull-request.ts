import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { GetPullRequestInput, GetPullRequestOutput } from "../types.generated.ts";

/** Reads one pull request, with whether it can be merged. */
export async function getPullRequest(
  { owner, repo, pull_number: number }: GetPullRequestInput,
  options: StepOptions = {},
): Promise<GetPullRequestOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/pulls/${number}` }, options);
}
