import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changed, issueIdOrKey } from "../fields.ts";

/** Deletes an issue for good. */
export const deleteIssue = defineAction({
  name: "deleteIssue",
  label: "Delete an issue",
  description: "Deletes an issue for good.",
  input: z.strictObject({
    issueIdOrKey,
    deleteSubtasks: z
      .boolean()
      .optional()
      .meta({ label: "With its sub-tasks", help: "One that has some is not deleted without.", default: false, example: true }),
  }),
  output: changed,
});
