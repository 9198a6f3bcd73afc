import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { caption, chatId, messageId, parseMode, sendOptions } from "../fields.ts";

/** Copies a message of one chat to another, without saying whose it was. */
export const copyMessage = defineAction({
  name: "copyMessage",
  label: "Copy a message",
  description: "Copies a message of one chat to another, without saying whose it was.",
  input: z.strictObject({
    chat_id: chatId,
    from_chat_id: z.union([z.int(), z.string()]).meta({ label: "From chat", example: "@shop_news" }),
    message_id: messageId,
    caption,
    parse_mode: parseMode,
    ...sendOptions,
  }),
  output: z.object({ message_id: z.number() }),
});
