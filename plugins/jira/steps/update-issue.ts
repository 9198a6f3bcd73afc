import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import { writeFields } from "../issue-data.ts";
import type { UpdateIssueInput, UpdateIssueOutput } from "../types.generated.ts";

/** Changes the fields you give and leaves the others as they are. */
export async function updateIssue(
  { issueIdOrKey, notifyUsers, ...given }: UpdateIssueInput,
  options: StepOptions = {},
): Promise<UpdateIssueOutput> {
  "use step";
  const json = { fields: writeFields(given) };
  await jira.send({ method: "PUT", path: path`/rest/api/3/issue/${issueIdOrKey}`, query: { notifyUsers }, json }, options);
  return { issueIdOrKey, done: true };
}
