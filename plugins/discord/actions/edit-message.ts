import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, content, message, messageId } from "../fields.ts";

/** Changes a message that the bot has sent. */
export const editMessage = defineAction({
  name: "editMessage",
  label: "Edit a message",
  description: "Changes a message that the bot has sent.",
  input: z.strictObject({
    channel_id: channelId,
    message_id: messageId,
    ...content,
  }),
  output: message,
});
