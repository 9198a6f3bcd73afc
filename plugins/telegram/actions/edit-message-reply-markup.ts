import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, inlineKeyboard, message, messageId } from "../fields.ts";

/** Replaces the buttons below a message, or takes them away when none are given. */
export const editMessageReplyMarkup = defineAction({
  name: "editMessageReplyMarkup",
  label: "Edit the buttons of a message",
  description: "Replaces the buttons below a message, or takes them away when none are given.",
  input: z.strictObject({
    chat_id: chatId,
    message_id: messageId,
    reply_markup: inlineKeyboard,
  }),
  output: message,
});
