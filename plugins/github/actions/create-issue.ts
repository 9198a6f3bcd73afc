import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, labelNames, logins, markdown, repository } from "../fields.ts";

/** Opens an issue in a repository. */
export const createIssue = defineAction({
  name: "createIssue",
  label: "Create an issue",
  description: "Opens an issue in a repository.",
  input: z.strictObject({
    ...repository,
    title: z.string().min(1).meta({ label: "Title", example: "Found a bug" }),
    body: markdown,
    labels: labelNames.optional().meta({ label: "Labels", example: ["bug"] }),
    assignees: logins.optional().meta({ label: "Assignees", help: "Login names, at most 10.", example: ["octocat"] }),
    milestone: z.int().optional().meta({ label: "Milestone", help: "Its number.", example: 1 }),
  }),
  output: issue,
});
