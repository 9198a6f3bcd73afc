import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListBranchesInput, ListBranchesOutput } from "../types.generated.ts";

/** Lists the branches of a repository. */
export async function listBranches(
  { owner, repo, limit = 100 }: ListBranchesInput,
  options: StepOptions = {},
): Promise<ListBranchesOutput> {
  "use step";
  return { branches: await listGithub(limit, { path: path`/repos/${owner}/${repo}/branches` }, options) };
}
