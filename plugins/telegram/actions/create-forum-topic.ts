import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId } from "../fields.ts";

/** Opens a topic in a group that has topics. */
export const createForumTopic = defineAction({
  name: "createForumTopic",
  label: "Open a topic",
  description: "Opens a topic in a group that has topics.",
  input: z.strictObject({
    chat_id: chatId,
    name: z.string().min(1).max(128).meta({ label: "Name", example: "Order 1001" }),
    icon_custom_emoji_id: z.string().optional().meta({ label: "Icon", help: "The id of a custom emoji.", example: "5312536423851630001" }),
  }),
  output: z.object({ message_thread_id: z.number(), name: z.string() }),
});
