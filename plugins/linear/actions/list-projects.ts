import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, onlyTeam, project } from "../fields.ts";

/** Lists the projects of a team, or of all teams. */
export const listProjects = defineAction({
  name: "listProjects",
  label: "List projects",
  description: "Lists the projects of a team, or of all teams.",
  input: z.strictObject({
    teamId: onlyTeam,
    limit,
  }),
  output: z.object({ projects: z.array(project).meta({ label: "Projects" }) }),
});
