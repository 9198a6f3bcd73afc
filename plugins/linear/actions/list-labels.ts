import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, onlyTeam } from "../fields.ts";

/** Lists the issue labels of a team, or all of the workspace. */
export const listLabels = defineAction({
  name: "listLabels",
  label: "List labels",
  description: "Lists the issue labels of a team, or all of the workspace.",
  input: z.strictObject({
    teamId: onlyTeam,
    limit,
  }),
  output: z.object({
    labels: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          color: z.string(),
          description: z.string().nullable(),
          team: z.object({ id: z.string(), name: z.string() }).nullable(),
        }),
      )
      .meta({ label: "Labels" }),
  }),
});
