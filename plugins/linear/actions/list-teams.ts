import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the teams of the workspace. */
export const listTeams = defineAction({
  name: "listTeams",
  label: "List teams",
  description: "Lists the teams of the workspace.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({
    teams: z
      .array(z.object({ id: z.string(), key: z.string(), name: z.string(), description: z.string().nullable() }))
      .meta({ label: "Teams" }),
  }),
});
