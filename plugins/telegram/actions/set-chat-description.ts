import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, done } from "../fields.ts";

/** Changes the description of a group or channel. */
export const setChatDescription = defineAction({
  name: "setChatDescription",
  label: "Set the description of a chat",
  description: "Changes the description of a group or channel.",
  input: z.strictObject({
    chat_id: chatId,
    description: z.string().max(255).meta({ label: "Description", example: "All orders of the shop" }),
  }),
  output: done,
});
