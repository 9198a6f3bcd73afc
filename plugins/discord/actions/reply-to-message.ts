import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, content, files, message, messageId } from "../fields.ts";

/** Answers a message of a channel. */
export const replyToMessage = defineAction({
  name: "replyToMessage",
  label: "Reply to a message",
  description: "Answers a message of a channel.",
  input: z.strictObject({
    channel_id: channelId,
    message_id: messageId,
    ...content,
    files,
  }),
  output: message,
});
