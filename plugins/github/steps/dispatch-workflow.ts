import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { github } from "../api.ts";
import type { DispatchWorkflowInput, DispatchWorkflowOutput } from "../types.generated.ts";

/** Starts a GitHub Actions workflow that listens to workflow_dispatch. */
export async function dispatchWorkflow(
  { owner, repo, workflow_id: workflow, ref, inputs }: DispatchWorkflowInput,
  options: StepOptions = {},
): Promise<DispatchWorkflowOutput> {
  "use step";
  const request = {
    path: path`/repos/${owner}/${repo}/actions/workflows/${workflow}/dispatches`,
    json: { ref, inputs, return_run_details: true },
  };
  // An older GitHub Enterprise Server starts the run and answers with nothing.
  return (await github.send<DispatchWorkflowOutput | null>(request, options)) ?? {};
}
