import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, done } from "../fields.ts";

/** Changes the title of a group or channel. */
export const setChatTitle = defineAction({
  name: "setChatTitle",
  label: "Set the title of a chat",
  description: "Changes the title of a group or channel.",
  input: z.strictObject({
    chat_id: chatId,
    title: z.string().min(1).max(128).meta({ label: "Title", example: "Orders" }),
  }),
  output: done,
});
