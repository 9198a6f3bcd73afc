import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { GetWorkflowRunInput, GetWorkflowRunOutput } from "../types.generated.ts";

/** Reads the status and conclusion of one workflow run. */
export async function getWorkflowRun(
  { owner, repo, run_id: run }: GetWorkflowRunInput,
  options: StepOptions = {},
): Promise<GetWorkflowRunOutput> {
  "use step";
  return github.send({ path: path`/repos/${owner}/${repo}/actions/runs/${run}` }, options);
}
