import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, message, messageFields } from "../fields.ts";

/** Sends a message to a chat of one person or a group, with a card if you like. */
export const sendChatMessage = defineAction({
  name: "sendChatMessage",
  label: "Send a message to a chat",
  description: "Sends a message to a chat of one person or a group, with a card if you like.",
  input: z.strictObject({
    chatId,
    ...messageFields,
  }),
  output: message,
});
