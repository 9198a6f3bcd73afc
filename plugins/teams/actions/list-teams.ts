import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit } from "../fields.ts";

/** Lists the teams of the person who signed in. */
export const listTeams = defineAction({
  name: "listTeams",
  label: "List teams",
  description: "Lists the teams of the person who signed in.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ teams: z.array(z.object({ id: z.string(), displayName: z.string().nullish(), description: z.string().nullish() })) }),
});
