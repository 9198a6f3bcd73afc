import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import { writeFields } from "../issue-data.ts";
import type { CreateIssueInput, CreateIssueOutput } from "../types.generated.ts";

/** Adds an issue to a project. */
export async function createIssue(
  { project, issuetype, parent, ...given }: CreateIssueInput,
  options: StepOptions = {},
): Promise<CreateIssueOutput> {
  "use step";
  const place = { project: { key: project }, issuetype: { name: issuetype }, parent: parent === undefined ? undefined : { key: parent } };
  return jira.send({ path: "/rest/api/3/issue", json: { fields: { ...place, ...writeFields(given) } } }, options);
}
