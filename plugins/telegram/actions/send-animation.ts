import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { FILE_HELP, caption, chatId, fileSource, message, parseMode, sendOptions } from "../fields.ts";

/** Sends a GIF or a silent video, by its address, its file id, or its content. */
export const sendAnimation = defineAction({
  name: "sendAnimation",
  label: "Send an animation",
  description: "Sends a GIF or a silent video, by its address, its file id, or its content.",
  input: z.strictObject({
    chat_id: chatId,
    animation: fileSource.meta({ label: "Animation", help: FILE_HELP, example: "https://example.com/party.gif" }),
    caption,
    parse_mode: parseMode,
    has_spoiler: z.boolean().optional().meta({ label: "Hidden until touched", default: false }),
    ...sendOptions,
  }),
  output: message,
  examples: [
    { chat_id: 123456789, animation: "https://example.com/party.gif" },
    {
      chat_id: "@shop_news",
      animation: { content: "R0lGODlh", filename: "party.gif", type: "image/gif" },
      caption: "<b>Today</b>",
      parse_mode: "HTML",
      reply_markup: { inline_keyboard: [[{ text: "Open", url: "https://example.com" }]] },
      disable_notification: true,
      protect_content: true,
      message_thread_id: 7,
      reply_parameters: { message_id: 41 },
    },
  ],
});
