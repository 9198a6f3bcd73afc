import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { caption, chatId, inlineKeyboard, message, messageId, parseMode } from "../fields.ts";

/** Replaces the caption and the buttons of a photo, video, document or audio that the bot has sent. */
export const editMessageCaption = defineAction({
  name: "editMessageCaption",
  label: "Edit a caption",
  description: "Replaces the caption and the buttons of a photo, video, document or audio that the bot has sent.",
  input: z.strictObject({
    chat_id: chatId,
    message_id: messageId,
    caption,
    parse_mode: parseMode,
    reply_markup: inlineKeyboard,
  }),
  output: message,
});
