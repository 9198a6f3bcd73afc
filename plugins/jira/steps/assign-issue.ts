import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import type { AssignIssueInput, AssignIssueOutput } from "../types.generated.ts";

/** Gives an issue to a person, or to nobody. */
export async function assignIssue({ issueIdOrKey, accountId }: AssignIssueInput, options: StepOptions = {}): Promise<AssignIssueOutput> {
  "use step";
  await jira.send({ method: "PUT", path: path`/rest/api/3/issue/${issueIdOrKey}/assignee`, json: { accountId } }, options);
  return { issueIdOrKey, done: true };
}
