import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { assigneeId, issue, limit, onlyTeam, projectId } from "../fields.ts";

/** Lists issues, newest first, all of them or those of a team, a person, a project, a state or a label. */
export const listIssues = defineAction({
  name: "listIssues",
  label: "List issues",
  description: "Lists issues, newest first, all of them or those of a team, a person, a project, a state or a label.",
  input: z.strictObject({
    teamId: onlyTeam,
    assigneeId,
    projectId,
    state: z.string().optional().meta({ label: "State", help: "Its name, such as In Progress.", example: "In Progress" }),
    label: z.string().optional().meta({ label: "Label", help: "Its name.", example: "Bug" }),
    updatedAfter: z.string().optional().meta({ label: "Changed since", help: "An ISO 8601 time.", example: "2026-01-01T00:00:00Z" }),
    orderBy: z.enum(["createdAt", "updatedAt"]).optional().meta({ label: "Newest by", default: "createdAt", example: "updatedAt" }),
    limit,
  }),
  output: z.object({ issues: z.array(issue).meta({ label: "Issues" }) }),
});
