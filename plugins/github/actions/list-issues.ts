import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { direction, issue, limit, repository, state } from "../fields.ts";

/** Lists the issues of a repository, newest first. */
export const listIssues = defineAction({
  name: "listIssues",
  label: "List issues",
  description: "Lists the issues of a repository, newest first. Pull requests are left out.",
  input: z.strictObject({
    ...repository,
    state,
    labels: z.string().optional().meta({ label: "Labels", help: "Only issues with all of these, separated by commas.", example: "bug,ui" }),
    assignee: z
      .string()
      .optional()
      .meta({ label: "Assignee", help: "A login name; none for issues of nobody, * for any.", example: "octocat" }),
    creator: z.string().optional().meta({ label: "Opened by", example: "octocat" }),
    since: z.string().optional().meta({ label: "Changed since", help: "An ISO 8601 time.", example: "2026-01-01T00:00:00Z" }),
    sort: z.enum(["created", "updated", "comments"]).optional().meta({ label: "Sort by", default: "created", example: "updated" }),
    direction,
    limit,
  }),
  output: z.object({ issues: z.array(issue).meta({ label: "Issues" }) }),
});
