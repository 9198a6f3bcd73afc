import type { StepOptions } from "../../kit/step-options.ts";
import { askLinear } from "../api.ts";
import { ISSUE_FIELDS } from "../queries.ts";
import type { CreateIssueInput, CreateIssueOutput } from "../types.generated.ts";

const CREATE_ISSUE = `mutation CreateIssue($input: IssueCreateInput!) {
  issueCreate(input: $input) { issue { ...IssueFields } }
} ${ISSUE_FIELDS}`;

/** Adds an issue to a team. */
export async function createIssue(input: CreateIssueInput, options: StepOptions = {}): Promise<CreateIssueOutput> {
  "use step";
  const { issueCreate } = await askLinear<{ issueCreate: { issue: CreateIssueOutput } }>(CREATE_ISSUE, { input }, options);
  return issueCreate.issue;
}
