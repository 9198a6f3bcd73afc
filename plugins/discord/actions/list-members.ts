import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { guildId, limit, member } from "../fields.ts";

/** Lists the people of a server. */
export const listMembers = defineAction({
  name: "listMembers",
  label: "List members",
  description: "Lists the people of a server. The bot needs the server members intent.",
  input: z.strictObject({
    guild_id: guildId,
    limit,
  }),
  output: z.object({ members: z.array(member) }),
});
