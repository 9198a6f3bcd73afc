import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { CloseIssueInput, CloseIssueOutput } from "../types.generated.ts";

/** Closes an issue and says why. */
export async function closeIssue(
  { owner, repo, issue_number: number, state_reason = "completed" }: CloseIssueInput,
  options: StepOptions = {},
): Promise<CloseIssueOutput> {
  "use step";
  const closed = { state: "closed", state_reason };
  return github.send({ method: "PATCH", path: path`/repos/${owner}/${repo}/issues/${number}`, json: closed }, options);
}
