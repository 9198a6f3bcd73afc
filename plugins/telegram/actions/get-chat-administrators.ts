import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, chatMember } from "../fields.ts";

/** Lists the people who administer a group or channel. */
export const getChatAdministrators = defineAction({
  name: "getChatAdministrators",
  label: "List administrators",
  description: "Lists the people who administer a group or channel.",
  input: z.strictObject({
    chat_id: chatId,
  }),
  output: z.object({ administrators: z.array(chatMember) }),
});
