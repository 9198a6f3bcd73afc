import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done, guildId, reason, roleId, userId } from "../fields.ts";

/** Gives a role to a person of a server. */
export const addRole = defineAction({
  name: "addRole",
  label: "Give a role",
  description: "Gives a role to a person of a server.",
  input: z.strictObject({
    guild_id: guildId,
    user_id: userId,
    role_id: roleId,
    reason,
  }),
  output: done,
});
