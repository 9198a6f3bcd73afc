import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { UpdateIssueInput, UpdateIssueOutput } from "../types.generated.ts";

/** Changes the title, text, labels, assignees, milestone or state of an issue. */
export async function updateIssue(
  { owner, repo, issue_number: number, ...changes }: UpdateIssueInput,
  options: StepOptions = {},
): Promise<UpdateIssueOutput> {
  "use step";
  return github.send({ method: "PATCH", path: path`/repos/${owner}/${repo}/issues/${number}`, json: changes }, options);
}
