import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, channelId, guildId, reason } from "../fields.ts";

const KINDS = [0, 2, 4, 5, 15] as const;

/** Creates a channel in a server. */
export const createChannel = defineAction({
  name: "createChannel",
  label: "Create a channel",
  description: "Creates a channel in a server.",
  input: z.strictObject({
    guild_id: guildId,
    name: z.string().min(1).max(100).meta({ label: "Name", example: "order-1001" }),
    type: z
      .union(KINDS.map((kind) => z.literal(kind)))
      .optional()
      .meta({ label: "Kind", help: "0 text, 2 voice, 4 category, 5 announcements, 15 forum.", default: 0, example: 0 }),
    topic: z.string().max(1024).optional().meta({ label: "Topic", example: "All about the order" }),
    parent_id: channelId.optional().meta({ label: "Category", help: "Its id.", example: "290926798999357260" }),
    reason,
  }),
  output: channel,
});
