import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { FILE_HELP, caption, chatId, fileSource, message, parseMode, sendOptions } from "../fields.ts";

/** Sends an MP4 video with a caption, by its address, its file id, or its content. */
export const sendVideo = defineAction({
  name: "sendVideo",
  label: "Send a video",
  description: "Sends an MP4 video with a caption, by its address, its file id, or its content.",
  input: z.strictObject({
    chat_id: chatId,
    video: fileSource.meta({ label: "Video", help: FILE_HELP, example: "https://example.com/demo.mp4" }),
    caption,
    parse_mode: parseMode,
    duration: z.int().optional().meta({ label: "Seconds", example: 12 }),
    width: z.int().optional().meta({ label: "Width", example: 1280 }),
    height: z.int().optional().meta({ label: "Height", example: 720 }),
    supports_streaming: z.boolean().optional().meta({ label: "Can be streamed", default: false }),
    has_spoiler: z.boolean().optional().meta({ label: "Hidden until touched", default: false }),
    ...sendOptions,
  }),
  output: message,
  examples: [
    { chat_id: 123456789, video: "https://example.com/demo.mp4" },
    {
      chat_id: "@shop_news",
      video: { content: "AAAA", filename: "demo.mp4", type: "video/mp4" },
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
