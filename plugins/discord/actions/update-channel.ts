import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, channelId, reason } from "../fields.ts";

/** Changes the name, topic or category of a channel. */
export const updateChannel = defineAction({
  name: "updateChannel",
  label: "Change a channel",
  description: "Changes the name, topic or category of a channel.",
  input: z.strictObject({
    channel_id: channelId,
    name: z.string().min(1).max(100).optional().meta({ label: "Name", example: "order-1001-done" }),
    topic: z.string().max(1024).optional().meta({ label: "Topic", example: "It is done" }),
    parent_id: channelId.optional().meta({ label: "Category", help: "Its id.", example: "290926798999357260" }),
    reason,
  }),
  output: channel,
});
