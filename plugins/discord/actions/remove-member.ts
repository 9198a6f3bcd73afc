import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done, guildId, reason, userId } from "../fields.ts";

/** Removes a person from a server; they can come back with an invite. */
export const removeMember = defineAction({
  name: "removeMember",
  label: "Remove a member",
  description: "Removes a person from a server; they can come back with an invite.",
  input: z.strictObject({
    guild_id: guildId,
    user_id: userId,
    reason,
  }),
  output: done,
});
