import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, message, messageId, sendOptions } from "../fields.ts";

/** Forwards a message of one chat to another, with its author. */
export const forwardMessage = defineAction({
  name: "forwardMessage",
  label: "Forward a message",
  description: "Forwards a message of one chat to another, with its author.",
  input: z.strictObject({
    chat_id: chatId,
    from_chat_id: z.union([z.int(), z.string()]).meta({ label: "From chat", example: "@shop_news" }),
    message_id: messageId,
    message_thread_id: sendOptions.message_thread_id,
    disable_notification: sendOptions.disable_notification,
    protect_content: sendOptions.protect_content,
  }),
  output: message,
});
