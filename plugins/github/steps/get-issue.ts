import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { GetIssueInput, GetIssueOutput } from "../types.generated.ts";

/** Reads one issue or pull request by its number. */
export async function getIssue({ owner, repo, issue_number: number }: GetIssueInput, options: StepOptions = {}): Promise<GetIssueOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/issues/${number}` }, options);
}
