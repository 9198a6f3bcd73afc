import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { CreateIssueInput, CreateIssueOutput } from "../types.generated.ts";

/** Opens an issue in a repository. */
export async function createIssue({ owner, repo, ...issue }: CreateIssueInput, options: StepOptions = {}): Promise<CreateIssueOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/issues`, json: issue }, options);
}
