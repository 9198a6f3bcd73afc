import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, inlineKeyboard, messageId, poll } from "../fields.ts";

/** Closes a poll that the bot has sent and gives its result. */
export const stopPoll = defineAction({
  name: "stopPoll",
  label: "Stop a poll",
  description: "Closes a poll that the bot has sent and gives its result.",
  input: z.strictObject({
    chat_id: chatId,
    message_id: messageId,
    reply_markup: inlineKeyboard,
  }),
  output: poll,
});
