import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { RequestReviewersInput, RequestReviewersOutput } from "../types.generated.ts";

/** Asks people or teams to review a pull request. */
export async function requestReviewers(
  { owner, repo, pull_number: number, ...reviewers }: RequestReviewersInput,
  options: StepOptions = {},
): Promise<RequestReviewersOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/pulls/${number}/requested_reviewers`, json: reviewers }, options);
}
