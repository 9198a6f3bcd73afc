import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { FILE_HELP, caption, chatId, fileSource, message, parseMode, sendOptions } from "../fields.ts";

/** Sends an OGG file with OPUS, an MP3 or an M4A as a voice message. */
export const sendVoice = defineAction({
  name: "sendVoice",
  label: "Send a voice message",
  description: "Sends an OGG file with OPUS, an MP3 or an M4A as a voice message.",
  input: z.strictObject({
    chat_id: chatId,
    voice: fileSource.meta({ label: "Voice", help: FILE_HELP, example: "https://example.com/hello.ogg" }),
    caption,
    parse_mode: parseMode,
    duration: z.int().optional().meta({ label: "Seconds", example: 4 }),
    ...sendOptions,
  }),
  output: message,
  examples: [
    { chat_id: 123456789, voice: "https://example.com/hello.ogg" },
    {
      chat_id: "@shop_news",
      voice: { content: "T2dnUw==", filename: "hello.ogg", type: "audio/ogg" },
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
