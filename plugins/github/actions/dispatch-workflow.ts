import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { repository, workflowId } from "../fields.ts";

/** Starts a GitHub Actions workflow that listens to workflow_dispatch. */
export const dispatchWorkflow = defineAction({
  name: "dispatchWorkflow",
  label: "Start a workflow",
  description: "Starts a GitHub Actions workflow that listens to workflow_dispatch.",
  input: z.strictObject({
    ...repository,
    workflow_id: workflowId,
    ref: z.string().meta({ label: "Branch or tag", example: "main" }),
    inputs: z
      .record(z.string(), z.string())
      .optional()
      .meta({ label: "Inputs", help: "As the workflow file declares them, at most 25.", example: { environment: "staging" } }),
  }),
  output: z.object({
    workflow_run_id: z.number().optional().meta({ label: "Run id" }),
    run_url: z.string().optional(),
    html_url: z.string().optional(),
  }),
});
