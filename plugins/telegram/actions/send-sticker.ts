import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { FILE_HELP, chatId, fileSource, message, sendOptions } from "../fields.ts";

/** Sends a WEBP, TGS or WEBM sticker. */
export const sendSticker = defineAction({
  name: "sendSticker",
  label: "Send a sticker",
  description: "Sends a WEBP, TGS or WEBM sticker.",
  input: z.strictObject({
    chat_id: chatId,
    sticker: fileSource.meta({ label: "Sticker", help: FILE_HELP, example: "CAACAgIAAxkBAAEBc2VkZWZnaGk" }),
    emoji: z.string().optional().meta({ label: "Emoji", help: "That the sticker stands for.", example: "👋" }),
    ...sendOptions,
  }),
  output: message,
  examples: [
    { chat_id: 123456789, sticker: "CAACAgIAAxkBAAEBc2VkZWZnaGk" },
    {
      chat_id: "@shop_news",
      sticker: { content: "UklGRg==", filename: "hi.webp", type: "image/webp" },
      reply_markup: { inline_keyboard: [[{ text: "Open", url: "https://example.com" }]] },
      disable_notification: true,
      protect_content: true,
      message_thread_id: 7,
      reply_parameters: { message_id: 41 },
    },
  ],
});
