import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done, guildId, reason, userId } from "../fields.ts";

/** Removes a person from a server and keeps them out. */
export const banMember = defineAction({
  name: "banMember",
  label: "Ban a member",
  description: "Removes a person from a server and keeps them out.",
  input: z.strictObject({
    guild_id: guildId,
    user_id: userId,
    delete_message_seconds: z
      .int()
      .min(0)
      .max(604800)
      .optional()
      .meta({ label: "Delete their messages of the last seconds", default: 0, example: 3600 }),
    reason,
  }),
  output: done,
});
