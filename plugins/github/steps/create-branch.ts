import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { CreateBranchInput, CreateBranchOutput } from "../types.generated.ts";

interface Branch {
  readonly commit: { readonly sha: string };
}

/** Makes a branch that begins where another one stands. */
export async function createBranch(
  { owner, repo, branch, from }: CreateBranchInput,
  options: StepOptions = {},
): Promise<CreateBranchOutput> {
  "use step";
  const { commit } = await github.send<Branch>({ path: path`/repos/${owner}/${repo}/branches/${from}` }, options);
  return github.send({ path: path`/repos/${owner}/${repo}/git/refs`, json: { ref: `refs/heads/${branch}`, sha: commit.sha } }, options);
}
