import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, limit, message, messageId } from "../fields.ts";

/** Lists the messages of a channel, the newest first. */
export const listMessages = defineAction({
  name: "listMessages",
  label: "List messages",
  description: "Lists the messages of a channel, the newest first.",
  input: z.strictObject({
    channel_id: channelId,
    before: messageId.optional().meta({ label: "Before message", example: "334385199974967042" }),
    limit,
  }),
  output: z.object({ messages: z.array(message) }),
});
