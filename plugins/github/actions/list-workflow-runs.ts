import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, repository, workflowId, workflowRun } from "../fields.ts";

/** Lists the runs of one workflow or of all, newest first. */
export const listWorkflowRuns = defineAction({
  name: "listWorkflowRuns",
  label: "List workflow runs",
  description: "Lists the runs of one workflow or of all, newest first.",
  input: z.strictObject({
    ...repository,
    workflow_id: workflowId
      .optional()
      .meta({ label: "Workflow", help: "Its id or the name of its file; all when left out.", example: "ci.yaml" }),
    branch: z.string().optional().meta({ label: "Branch", example: "main" }),
    event: z.string().optional().meta({ label: "Started by", help: "An event such as push or pull_request.", example: "push" }),
    status: z
      .enum([
        "completed",
        "action_required",
        "cancelled",
        "failure",
        "neutral",
        "skipped",
        "stale",
        "success",
        "timed_out",
        "in_progress",
        "queued",
        "requested",
        "waiting",
        "pending",
      ])
      .optional()
      .meta({ label: "Status or conclusion", example: "success" }),
    limit,
  }),
  output: z.object({ workflow_runs: z.array(workflowRun).meta({ label: "Runs" }) }),
});
