import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, member } from "../fields.ts";

/** Lists the people and bots of the workspace. */
export const listUsers = defineAction({
  name: "listUsers",
  label: "List users",
  description: "Lists the people and bots of the workspace.",
  input: z.strictObject({
    include_locale: z.boolean().optional().meta({ label: "With their language", default: false, example: true }),
    limit,
  }),
  output: z.object({ members: z.array(member) }),
});
