import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, inlineKeyboard, message, messageId, parseMode } from "../fields.ts";

/** Replaces the text and the buttons of a message that the bot has sent. */
export const editMessageText = defineAction({
  name: "editMessageText",
  label: "Edit a message",
  description: "Replaces the text and the buttons of a message that the bot has sent.",
  input: z.strictObject({
    chat_id: chatId,
    message_id: messageId,
    text: z.string().min(1).meta({ label: "Text", help: "At most 4096 characters.", multiline: true, example: "Approved by Ada." }),
    parse_mode: parseMode,
    link_preview_options: z
      .strictObject({ is_disabled: z.boolean().optional() })
      .optional()
      .meta({ label: "Link preview", example: { is_disabled: true } }),
    reply_markup: inlineKeyboard,
  }),
  output: message,
});
