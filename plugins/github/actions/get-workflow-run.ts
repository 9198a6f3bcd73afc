import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { repository, workflowRun } from "../fields.ts";

/** Reads the status and conclusion of one workflow run. */
export const getWorkflowRun = defineAction({
  name: "getWorkflowRun",
  label: "Get a workflow run",
  description: "Reads the status and conclusion of one workflow run.",
  input: z.strictObject({
    ...repository,
    run_id: z.int().meta({ label: "Run id", example: 30_433_642 }),
  }),
  output: workflowRun,
});
