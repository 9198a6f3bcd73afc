import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { accountId, anyProject, issue, limit } from "../fields.ts";

/** Finds issues by project, status, person, words or a condition in JQL. */
export const searchIssues = defineAction({
  name: "searchIssues",
  label: "Search issues",
  description: "Finds issues by project, status, person, words or a condition in JQL.",
  input: z.strictObject({
    project: anyProject,
    status: z.string().optional().meta({ label: "Status", help: "Its name.", example: "In Progress" }),
    assignee: accountId.optional().meta({ label: "Assignee", help: "The id of the account.", example: "5b10a2844c20165700ede21g" }),
    text: z.string().optional().meta({ label: "Words", help: "Anywhere in the issue.", example: "order flow" }),
    jql: z.string().optional().meta({
      label: "And",
      help: "A condition in JQL, without an order. Put no data from outside into it: it is not quoted.",
      example: "created >= -7d OR priority = High",
    }),
    orderBy: z
      .enum(["created", "updated", "priority", "duedate"])
      .optional()
      .meta({ label: "Order by", help: "The highest first.", example: "updated" }),
    fields: z
      .array(z.string())
      .optional()
      .meta({ label: "Custom fields", help: "The ids of those you want besides the usual ones.", example: ["customfield_10000"] }),
    limit,
  }),
  output: z.object({ issues: z.array(issue).meta({ label: "Issues" }) }),

  examples: [
    { jql: "project = ED ORDER BY created" },
    {
      project: "ED",
      status: "In Progress",
      assignee: "5b10a2844c20165700ede21g",
      text: "order flow",
      jql: "created >= -7d OR priority = High",
      orderBy: "updated",
      fields: ["customfield_10000"],
      limit: 3,
    },
  ],
});
