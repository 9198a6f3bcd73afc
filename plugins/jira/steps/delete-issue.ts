import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import type { DeleteIssueInput, DeleteIssueOutput } from "../types.generated.ts";

/** Deletes an issue for good. */
export async function deleteIssue(
  { issueIdOrKey, deleteSubtasks }: DeleteIssueInput,
  options: StepOptions = {},
): Promise<DeleteIssueOutput> {
  "use step";
  await jira.send({ method: "DELETE", path: path`/rest/api/3/issue/${issueIdOrKey}`, query: { deleteSubtasks } }, options);
  return { issueIdOrKey, done: true };
}
