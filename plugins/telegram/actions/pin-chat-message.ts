import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, done, messageId, sendOptions } from "../fields.ts";

/** Pins a message to the top of the chat. */
export const pinChatMessage = defineAction({
  name: "pinChatMessage",
  label: "Pin a message",
  description: "Pins a message to the top of the chat.",
  input: z.strictObject({
    chat_id: chatId,
    message_id: messageId,
    disable_notification: sendOptions.disable_notification,
  }),
  output: done,
});
