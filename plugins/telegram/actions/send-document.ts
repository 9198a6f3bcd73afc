import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { FILE_HELP, caption, chatId, fileSource, message, parseMode, sendOptions } from "../fields.ts";

/** Sends any file, by its address, its file id, or its content; at most 50 MB. */
export const sendDocument = defineAction({
  name: "sendDocument",
  label: "Send a document",
  description: "Sends any file, by its address, its file id, or its content; at most 50 MB.",
  input: z.strictObject({
    chat_id: chatId,
    document: fileSource.meta({ label: "Document", help: FILE_HELP, example: "https://example.com/report.pdf" }),
    caption,
    parse_mode: parseMode,
    disable_content_type_detection: z.boolean().optional().meta({ label: "Always as a file", default: false }),
    ...sendOptions,
  }),
  output: message,
  examples: [
    { chat_id: 123456789, document: "https://example.com/report.pdf" },
    {
      chat_id: "@shop_news",
      document: { content: "JVBERi0=", filename: "report.pdf", type: "application/pdf" },
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
