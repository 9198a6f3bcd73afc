import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { MergePullRequestInput, MergePullRequestOutput } from "../types.generated.ts";

/** Merges a pull request into its base branch. */
export async function mergePullRequest(
  { owner, repo, pull_number: number, ...merge }: MergePullRequestInput,
  options: StepOptions = {},
): Promise<MergePullRequestOutput> {
  "use step";
  return github.send({ method: "PUT", path: path`/repos/${owner}/${repo}/pulls/${number}/merge`, json: merge }, options);
}
