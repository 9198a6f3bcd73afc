import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, done } from "../fields.ts";

/** Removes a person from a group or channel and keeps them out. */
export const banChatMember = defineAction({
  name: "banChatMember",
  label: "Ban a member",
  description: "Removes a person from a group or channel and keeps them out.",
  input: z.strictObject({
    chat_id: chatId,
    user_id: z.int().meta({ label: "User id", example: 987654321 }),
    until_date: z.int().optional().meta({ label: "Until", help: "Seconds since 1970; without it, for ever.", example: 1893456000 }),
    revoke_messages: z.boolean().optional().meta({ label: "Delete their messages", default: false, example: true }),
  }),
  output: done,
});
