import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, messageId } from "../fields.ts";

/** Deletes a message. */
export const deleteMessage = defineAction({
  name: "deleteMessage",
  label: "Delete a message",
  description: "Deletes a message.",
  input: z.strictObject({
    channel_id: channelId,
    message_id: messageId,
  }),
  output: z.object({ id: z.string(), deleted: z.literal(true) }),
});
