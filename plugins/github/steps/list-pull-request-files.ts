import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListPullRequestFilesInput, ListPullRequestFilesOutput } from "../types.generated.ts";

/** Lists the files that a pull request changes, each with its patch. */
export async function listPullRequestFiles(
  { owner, repo, pull_number: number, limit = 100 }: ListPullRequestFilesInput,
  options: StepOptions = {},
): Promise<ListPullRequestFilesOutput> {
  "use step";
  return { files: await listGithub(limit, { path: path`/repos/${owner}/${repo}/pulls/${number}/files` }, options) };
}
