import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { FILE_HELP, caption, chatId, fileSource, message, parseMode, sendOptions } from "../fields.ts";

/** Sends an MP3 or M4A that people can play, by its address, its file id, or its content. */
export const sendAudio = defineAction({
  name: "sendAudio",
  label: "Send music",
  description: "Sends an MP3 or M4A that people can play, by its address, its file id, or its content.",
  input: z.strictObject({
    chat_id: chatId,
    audio: fileSource.meta({ label: "Audio", help: FILE_HELP, example: "https://example.com/episode.mp3" }),
    caption,
    parse_mode: parseMode,
    duration: z.int().optional().meta({ label: "Seconds", example: 1800 }),
    performer: z.string().optional().meta({ label: "Performer", example: "The Weavers" }),
    title: z.string().optional().meta({ label: "Title", example: "Episode 1" }),
    ...sendOptions,
  }),
  output: message,
  examples: [
    { chat_id: 123456789, audio: "https://example.com/episode.mp3" },
    {
      chat_id: "@shop_news",
      audio: { content: "SUQz", filename: "episode.mp3", type: "audio/mpeg" },
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
