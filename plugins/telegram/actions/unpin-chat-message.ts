import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, done } from "../fields.ts";

/** Takes a pinned message off the top of the chat; without a message id, the newest one. */
export const unpinChatMessage = defineAction({
  name: "unpinChatMessage",
  label: "Unpin a message",
  description: "Takes a pinned message off the top of the chat; without a message id, the newest one.",
  input: z.strictObject({
    chat_id: chatId,
    message_id: z.int().optional().meta({ label: "Message id", help: "Without one, the newest pinned message.", example: 42 }),
  }),
  output: done,
});
