import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, done, messageId } from "../fields.ts";

/** Takes the bot's own emoji off a message. */
export const removeReaction = defineAction({
  name: "removeReaction",
  label: "Remove a reaction",
  description: "Takes the bot's own emoji off a message.",
  input: z.strictObject({
    channel_id: channelId,
    message_id: messageId,
    emoji: z.string().min(1).meta({ label: "Emoji", help: "The emoji itself, or name:id of one of the server's own.", example: "👍" }),
  }),
  output: done,
});
