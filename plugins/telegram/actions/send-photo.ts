import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { FILE_HELP, caption, chatId, fileSource, message, parseMode, sendOptions } from "../fields.ts";

/** Sends a photo with a caption, by its address, its file id, or its content. */
export const sendPhoto = defineAction({
  name: "sendPhoto",
  label: "Send a photo",
  description: "Sends a photo with a caption, by its address, its file id, or its content.",
  input: z.strictObject({
    chat_id: chatId,
    photo: fileSource.meta({ label: "Photo", help: FILE_HELP, example: "https://example.com/chart.png" }),
    caption,
    parse_mode: parseMode,
    has_spoiler: z.boolean().optional().meta({ label: "Hidden until touched", default: false }),
    show_caption_above_media: z.boolean().optional().meta({ label: "Caption above", default: false }),
    ...sendOptions,
  }),
  output: message,
  examples: [
    { chat_id: 123456789, photo: "https://example.com/chart.png" },
    {
      chat_id: "@shop_news",
      photo: { content: "iVBORw0KGgo=", filename: "chart.png", type: "image/png" },
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
