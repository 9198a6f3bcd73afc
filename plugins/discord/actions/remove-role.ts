import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done, guildId, reason, roleId, userId } from "../fields.ts";

/** Takes a role away from a person of a server. */
export const removeRole = defineAction({
  name: "removeRole",
  label: "Take a role away",
  description: "Takes a role away from a person of a server.",
  input: z.strictObject({
    guild_id: guildId,
    user_id: userId,
    role_id: roleId,
    reason,
  }),
  output: done,
});
