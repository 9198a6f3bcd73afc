import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { projectKey } from "../fields.ts";

/** Lists the types of issue that a project has. */
export const listIssueTypes = defineAction({
  name: "listIssueTypes",
  label: "List issue types",
  description: "Lists the types of issue that a project has.",
  input: z.strictObject({
    project: projectKey,
  }),
  output: z.object({
    issueTypes: z
      .array(z.object({ id: z.string(), name: z.string(), description: z.string().optional(), subtask: z.boolean() }))
      .meta({ label: "Types" }),
  }),
});
