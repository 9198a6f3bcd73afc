import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, limit, message, teamId } from "../fields.ts";

/** Lists the messages of a channel without their replies. */
export const listChannelMessages = defineAction({
  name: "listChannelMessages",
  label: "List the messages of a channel",
  description: "Lists the messages of a channel without their replies. An administrator must allow it (ChannelMessage.Read.All).",
  input: z.strictObject({
    teamId,
    channelId,
    limit,
  }),
  output: z.object({ messages: z.array(message) }),
});
