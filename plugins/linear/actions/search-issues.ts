import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { issue, limit, onlyTeam } from "../fields.ts";

/** Finds issues by words in their titles, descriptions and, if you like, comments. */
export const searchIssues = defineAction({
  name: "searchIssues",
  label: "Search issues",
  description: "Finds issues by words in their titles, descriptions and, if you like, comments.",
  input: z.strictObject({
    term: z.string().min(1).meta({ label: "Search for", example: "login crash" }),
    teamId: onlyTeam,
    includeComments: z.boolean().optional().meta({ label: "In comments too", default: false, example: true }),
    limit,
  }),
  output: z.object({ issues: z.array(issue).meta({ label: "Issues" }) }),
});
