import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, guildId } from "../fields.ts";

/** Lists the channels of a server. */
export const listChannels = defineAction({
  name: "listChannels",
  label: "List channels",
  description: "Lists the channels of a server.",
  input: z.strictObject({
    guild_id: guildId,
  }),
  output: z.object({ channels: z.array(channel) }),
});
