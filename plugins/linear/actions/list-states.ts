import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, onlyTeam } from "../fields.ts";

/** Lists the states that issues of a team, or of all teams, go through. */
export const listStates = defineAction({
  name: "listStates",
  label: "List workflow states",
  description: "Lists the states that issues of a team, or of all teams, go through.",
  input: z.strictObject({
    teamId: onlyTeam,
    limit,
  }),
  output: z.object({
    states: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          type: z.string(),
          color: z.string(),
          position: z.number(),
          team: z.object({ id: z.string(), name: z.string() }),
        }),
      )
      .meta({ label: "States" }),
  }),
});
