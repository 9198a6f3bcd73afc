import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chat, chatId } from "../fields.ts";

/** Looks up a chat. */
export const getChat = defineAction({
  name: "getChat",
  label: "Look up a chat",
  description: "Gives the title, privacy and times of a chat.",
  input: z.strictObject({ chatId }),
  output: chat,
});
