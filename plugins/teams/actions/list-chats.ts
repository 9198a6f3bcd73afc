import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chat, limit } from "../fields.ts";

/** Lists the chats of the person who signed in. */
export const listChats = defineAction({
  name: "listChats",
  label: "List chats",
  description: "Lists the chats of the person who signed in.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ chats: z.array(chat) }),
});
