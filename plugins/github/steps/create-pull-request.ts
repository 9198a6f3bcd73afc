import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { CreatePullRequestInput, CreatePullRequestOutput } from "../types.generated.ts";

/** Proposes to merge one branch into another. */
export async function createPullRequest(
  { owner, repo, ...pull }: CreatePullRequestInput,
  options: StepOptions = {},
): Promise<CreatePullRequestOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/pulls`, json: pull }, options);
}
