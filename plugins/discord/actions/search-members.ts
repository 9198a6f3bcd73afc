import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { guildId, member } from "../fields.ts";

/** Finds the people of a server whose name or nickname begins with a text. */
export const searchMembers = defineAction({
  name: "searchMembers",
  label: "Search members",
  description: "Finds the people of a server whose name or nickname begins with a text.",
  input: z.strictObject({
    guild_id: guildId,
    query: z.string().min(1).max(100).meta({ label: "Name begins with", example: "ada" }),
    limit: z.int().min(1).max(1000).optional().meta({ label: "At most", default: 100, example: 5 }),
  }),
  output: z.object({ members: z.array(member) }),
});
