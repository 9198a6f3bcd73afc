import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, message, messageFields, messageId, teamId } from "../fields.ts";

/** Answers a message of a channel in its thread. */
export const replyToChannelMessage = defineAction({
  name: "replyToChannelMessage",
  label: "Reply to a message of a channel",
  description: "Answers a message of a channel in its thread.",
  input: z.strictObject({
    teamId,
    channelId,
    messageId,
    ...messageFields,
  }),
  output: message,
});
