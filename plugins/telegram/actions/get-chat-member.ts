import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, chatMember } from "../fields.ts";

/** Gets what a person is in a chat: creator, administrator, member, restricted, left or kicked. */
export const getChatMember = defineAction({
  name: "getChatMember",
  label: "Get a member",
  description: "Gets what a person is in a chat: creator, administrator, member, restricted, left or kicked.",
  input: z.strictObject({
    chat_id: chatId,
    user_id: z.int().meta({ label: "User id", example: 987654321 }),
  }),
  output: chatMember,
});
