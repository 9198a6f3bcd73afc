import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, done } from "../fields.ts";

/** Makes the bot leave a group or channel. */
export const leaveChat = defineAction({
  name: "leaveChat",
  label: "Leave a chat",
  description: "Makes the bot leave a group or channel.",
  input: z.strictObject({
    chat_id: chatId,
  }),
  output: done,
});
