import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, done, messageId } from "../fields.ts";

/** Puts an emoji on a message. */
export const addReaction = defineAction({
  name: "addReaction",
  label: "Add a reaction",
  description: "Puts an emoji on a message.",
  input: z.strictObject({
    channel_id: channelId,
    message_id: messageId,
    emoji: z.string().min(1).meta({ label: "Emoji", help: "The emoji itself, or name:id of one of the server's own.", example: "👍" }),
  }),
  output: done,
});
