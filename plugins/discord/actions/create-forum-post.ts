import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, channelId, content } from "../fields.ts";

/** Opens a thread in a forum channel, with its first message. */
export const createForumPost = defineAction({
  name: "createForumPost",
  label: "Create a post in a forum",
  description: "Opens a thread in a forum channel, with its first message.",
  input: z.strictObject({
    channel_id: channelId,
    name: z.string().min(1).max(100).meta({ label: "Title", example: "Order 1001" }),
    message: z
      .strictObject({ content: content.content, embeds: content.embeds })
      .meta({ label: "Message", example: { content: "What is in it?" } }),
    applied_tags: z
      .array(z.string())
      .max(5)
      .optional()
      .meta({ label: "Tags", help: "Their ids.", example: ["41771983423143937"] }),
  }),
  output: channel,
});
