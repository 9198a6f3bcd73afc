import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, limit, message } from "../fields.ts";

/** Lists the messages of a chat, the newest first. */
export const listChatMessages = defineAction({
  name: "listChatMessages",
  label: "List the messages of a chat",
  description: "Lists the messages of a chat, the newest first.",
  input: z.strictObject({
    chatId,
    limit,
  }),
  output: z.object({ messages: z.array(message) }),
});
