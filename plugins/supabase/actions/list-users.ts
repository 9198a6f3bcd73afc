import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { limit, user } from "../fields.ts";

/** Lists the people who can sign in. */
export const listUsers = defineAction({
  name: "listUsers",
  label: "List users",
  description: "Lists the people who can sign in.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ users: z.array(user).meta({ label: "Users" }) }),
});
