import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId } from "../fields.ts";

/** Counts the members of a group or channel. */
export const getChatMemberCount = defineAction({
  name: "getChatMemberCount",
  label: "Count members",
  description: "Counts the members of a group or channel.",
  input: z.strictObject({
    chat_id: chatId,
  }),
  output: z.object({ count: z.number() }),
});
