import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issueFields, projectKey } from "../fields.ts";

/** Adds an issue to a project. */
export const createIssue = defineAction({
  name: "createIssue",
  label: "Create an issue",
  description: "Adds an issue to a project.",
  input: z.strictObject({
    project: projectKey,
    issuetype: z.string().meta({
      label: "Type",
      help: "Its name, such as Task or Bug.",
      example: "Bug",
      options: { action: "listIssueTypes", list: "issueTypes", value: "name", label: "name" },
    }),
    summary: z.string().min(1).max(255).meta({ label: "Summary", example: "Main order flow broken" }),
    ...issueFields,
    parent: z.string().optional().meta({ label: "Part of", help: "The key of an epic or, for a sub-task, of its issue.", example: "ED-1" }),
  }),
  output: z.object({ id: z.string(), key: z.string(), self: z.string(), url: z.string().meta({ help: "Its page in Jira." }) }),
});
