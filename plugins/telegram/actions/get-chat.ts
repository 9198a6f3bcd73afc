import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, fullChat } from "../fields.ts";

/** Gets a person, group or channel: its title, description and invite link. */
export const getChat = defineAction({
  name: "getChat",
  label: "Get a chat",
  description: "Gets a person, group or channel: its title, description and invite link.",
  input: z.strictObject({
    chat_id: chatId,
  }),
  output: fullChat,
});
