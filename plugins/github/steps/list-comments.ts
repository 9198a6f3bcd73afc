import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListCommentsInput, ListCommentsOutput } from "../types.generated.ts";

/** Lists the comments of an issue or a pull request, oldest first. */
export async function listComments(
  { owner, repo, issue_number: number, since, limit = 100 }: ListCommentsInput,
  options: StepOptions = {},
): Promise<ListCommentsOutput> {
  "use step";
  const request = { path: path`/repos/${owner}/${repo}/issues/${number}/comments`, query: { since } };
  return { comments: await listGithub(limit, request, options) };
}
