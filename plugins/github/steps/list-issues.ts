import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListIssuesInput, ListIssuesOutput } from "../types.generated.ts";

/** What GitHub lists: every pull request is an issue too, with a field more. */
type Listed = ListIssuesOutput["issues"][number] & { readonly pull_request?: object };

/** Lists the issues of a repository, newest first. */
export async function listIssues(
  { owner, repo, limit = 100, ...query }: ListIssuesInput,
  options: StepOptions = {},
): Promise<ListIssuesOutput> {
  "use step";
  const request = { path: path`/repos/${owner}/${repo}/issues`, query };
  const issues = await listGithub<Listed>(limit, request, options, (page: readonly Listed[]) =>
    page.filter((entry) => !entry.pull_request),
  );
  return { issues };
}
