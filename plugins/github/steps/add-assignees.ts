import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { AddAssigneesInput, AddAssigneesOutput } from "../types.generated.ts";

/** Gives an issue or a pull request to up to ten people; those it has stay. */
export async function addAssignees(
  { owner, repo, issue_number: number, assignees }: AddAssigneesInput,
  options: StepOptions = {},
): Promise<AddAssigneesOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/issues/${number}/assignees`, json: { assignees } }, options);
}
