import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, messageId } from "../fields.ts";

/** Deletes a message of the bot, or of others where the bot is an administrator. */
export const deleteMessage = defineAction({
  name: "deleteMessage",
  label: "Delete a message",
  description: "Deletes a message of the bot, or of others where the bot is an administrator. Most messages can be deleted for 48 hours.",
  input: z.strictObject({
    chat_id: chatId,
    message_id: messageId,
  }),
  output: z.object({ message_id: z.number(), deleted: z.literal(true) }),
});
