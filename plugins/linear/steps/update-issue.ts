import type { StepOptions } from "../../kit/step-options.ts";
import { askLinear } from "../api.ts";
import { ISSUE_FIELDS } from "../queries.ts";
import type { UpdateIssueInput, UpdateIssueOutput } from "../types.generated.ts";

const UPDATE_ISSUE = `mutation UpdateIssue($id: String!, $input: IssueUpdateInput!) {
  issueUpdate(id: $id, input: $input) { issue { ...IssueFields } }
} ${ISSUE_FIELDS}`;

/** Changes the fields you give and leaves the others as they are. */
export async function updateIssue({ id, ...input }: UpdateIssueInput, options: StepOptions = {}): Promise<UpdateIssueOutput> {
  "use step";
  const { issueUpdate } = await askLinear<{ issueUpdate: { issue: UpdateIssueOutput } }>(UPDATE_ISSUE, { id, input }, options);
  return issueUpdate.issue;
}
