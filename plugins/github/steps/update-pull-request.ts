import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { UpdatePullRequestInput, UpdatePullRequestOutput } from "../types.generated.ts";

/** Changes the title, text, target or state of a pull request. */
export async function updatePullRequest(
  { owner, repo, pull_number: number, ...changes }: UpdatePullRequestInput,
  options: StepOptions = {},
): Promise<UpdatePullRequestOutput> {
  "use step";
  return github.send({ method: "PATCH", path: path`/repos/${owner}/${repo}/pulls/${number}`, json: changes }, options);
}
