import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { listGithub } from "../api.ts";
import type { ListWorkflowRunsInput, ListWorkflowRunsOutput } from "../types.generated.ts";

interface RunPage {
  readonly workflow_runs: ListWorkflowRunsOutput["workflow_runs"];
}

/** Lists the runs of one workflow or of all, newest first. */
export async function listWorkflowRuns(
  { owner, repo, workflow_id: workflow, limit = 100, ...query }: ListWorkflowRunsInput,
  options: StepOptions = {},
): Promise<ListWorkflowRunsOutput> {
  "use step";
  const actions = path`/repos/${owner}/${repo}/actions`;
  const request = { path: workflow === undefined ? `${actions}/runs` : actions + path`/workflows/${workflow}/runs`, query };
  return { workflow_runs: await listGithub(limit, request, options, (page: RunPage) => page.workflow_runs) };
}
