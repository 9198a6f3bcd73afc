import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListWorkflowsInput, ListWorkflowsOutput } from "../types.generated.ts";

interface WorkflowPage {
  readonly workflows: ListWorkflowsOutput["workflows"];
}

/** Lists the GitHub Actions workflows of a repository. */
export async function listWorkflows(
  { owner, repo, limit = 100 }: ListWorkflowsInput,
  options: StepOptions = {},
): Promise<ListWorkflowsOutput> {
  "use step";
  const request = { path: path`/repos/${owner}/${repo}/actions/workflows` };
  return { workflows: await listGithub(limit, request, options, (page: WorkflowPage) => page.workflows) };
}
