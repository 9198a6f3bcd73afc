import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, done } from "../fields.ts";

/** Lets a banned person join again. */
export const unbanChatMember = defineAction({
  name: "unbanChatMember",
  label: "Lift a ban",
  description: "Lets a banned person join again.",
  input: z.strictObject({
    chat_id: chatId,
    user_id: z.int().meta({ label: "User id", example: 987654321 }),
    only_if_banned: z
      .boolean()
      .optional()
      .meta({ label: "Only when banned", help: "Else a member is removed by this call.", default: false, example: true }),
  }),
  output: done,
});
