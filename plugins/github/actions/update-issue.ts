import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, issueNumber, labelNames, logins, markdown, repository } from "../fields.ts";

/** Changes the title, text, labels, assignees, milestone or state of an issue. */
export const updateIssue = defineAction({
  name: "updateIssue",
  label: "Update an issue",
  description: "Changes the title, text, labels, assignees, milestone or state of an issue.",
  input: z.strictObject({
    ...repository,
    issue_number: issueNumber,
    title: z.string().min(1).optional().meta({ label: "Title", example: "Found a bug" }),
    body: markdown,
    state: z.enum(["open", "closed"]).optional().meta({ label: "State", example: "closed" }),
    state_reason: z
      .enum(["completed", "not_planned", "duplicate", "reopened"])
      .optional()
      .meta({ label: "Reason for the state", example: "completed" }),
    labels: labelNames.optional().meta({ label: "Labels", help: "They replace those it has.", example: ["bug"] }),
    assignees: logins.optional().meta({ label: "Assignees", help: "They replace those it has.", example: ["octocat"] }),
    milestone: z.int().optional().meta({ label: "Milestone", help: "Its number.", example: 1 }),
  }),
  output: issue,
});
