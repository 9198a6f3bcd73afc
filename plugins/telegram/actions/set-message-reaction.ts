import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, done, messageId } from "../fields.ts";

/** Puts an emoji on a message, in place of the one the bot put there before. */
export const setMessageReaction = defineAction({
  name: "setMessageReaction",
  label: "React to a message",
  description: "Puts an emoji on a message, in place of the one the bot put there before. Without an emoji it is taken away.",
  input: z.strictObject({
    chat_id: chatId,
    message_id: messageId,
    emoji: z.string().optional().meta({ label: "Emoji", help: "One of those that Telegram offers for reactions.", example: "👍" }),
    is_big: z.boolean().optional().meta({ label: "With a big animation", default: false, example: true }),
  }),
  output: done,
});
