import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import { pageOf, writeFields } from "../issue-data.ts";
import type { CreateIssueInput, CreateIssueOutput } from "../types.generated.ts";

type Created = Omit<CreateIssueOutput, "url">;

/** Adds an issue to a project. */
export async function createIssue(
  { project, issuetype, parent, ...given }: CreateIssueInput,
  options: StepOptions = {},
): Promise<CreateIssueOutput> {
  "use step";
  const place = { project: { key: project }, issuetype: { name: issuetype }, parent: parent === undefined ? undefined : { key: parent } };
  const json = { fields: { ...place, ...writeFields(given) } };
  const created = await jira.send<Created>({ path: "/rest/api/3/issue", json }, options);
  return { ...created, url: pageOf(created) };
}
