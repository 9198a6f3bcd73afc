import type { StepOptions } from "../../kit/step-options.ts";
import { askLinear } from "../api.ts";
import { ISSUE_FIELDS } from "../queries.ts";
import type { GetIssueInput, GetIssueOutput } from "../types.generated.ts";

const GET_ISSUE = `query GetIssue($id: String!) { issue(id: $id) { ...IssueFields } } ${ISSUE_FIELDS}`;

/** Reads one issue by its identifier or id. */
export async function getIssue({ id }: GetIssueInput, options: StepOptions = {}): Promise<GetIssueOutput> {
  "use step";
  const { issue } = await askLinear<{ issue: GetIssueOutput }>(GET_ISSUE, { id }, options);
  return issue;
}
