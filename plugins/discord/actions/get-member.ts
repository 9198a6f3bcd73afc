import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { guildId, member, userId } from "../fields.ts";

/** Gets a person of a server: nickname, roles and when they joined. */
export const getMember = defineAction({
  name: "getMember",
  label: "Get a member",
  description: "Gets a person of a server: nickname, roles and when they joined.",
  input: z.strictObject({
    guild_id: guildId,
    user_id: userId,
  }),
  output: member,
});
