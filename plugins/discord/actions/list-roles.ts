import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { guildId, role } from "../fields.ts";

/** Lists the roles of a server. */
export const listRoles = defineAction({
  name: "listRoles",
  label: "List roles",
  description: "Lists the roles of a server.",
  input: z.strictObject({
    guild_id: guildId,
  }),
  output: z.object({ roles: z.array(role) }),
});
