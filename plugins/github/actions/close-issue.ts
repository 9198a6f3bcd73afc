import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, issueNumber, repository } from "../fields.ts";

/** Closes an issue and says why. */
export const closeIssue = defineAction({
  name: "closeIssue",
  label: "Close an issue",
  description: "Closes an issue and says why.",
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    state_reason: z
      .enum(["completed", "not_planned", "duplicate"])
      .optional()
      .meta({ label: "Reason", default: "completed", example: "not_planned" }),
  }),
  output: issue,
});
