import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, limit, message, messageId, teamId } from "../fields.ts";

/** Lists the answers to a message of a channel. */
export const listReplies = defineAction({
  name: "listReplies",
  label: "List the replies to a message",
  description: "Lists the answers to a message of a channel. An administrator must allow it (ChannelMessage.Read.All).",
  input: z.strictObject({
    teamId,
    channelId,
    messageId,
    limit,
  }),
  output: z.object({ messages: z.array(message) }),
});
