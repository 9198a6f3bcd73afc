import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { jira } from "../api.ts";
import type { ListIssueTypesInput, ListIssueTypesOutput } from "../types.generated.ts";

/** Lists the types of issue that a project has. */
export async function listIssueTypes({ project }: ListIssueTypesInput, options: StepOptions = {}): Promise<ListIssueTypesOutput> {
  "use step";
  const { issueTypes } = await jira.send<ListIssueTypesOutput>({ path: path`/rest/api/3/project/${project}` }, options);
  return { issueTypes };
}
