import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, done, messageId } from "../fields.ts";

/** Pins a message to its channel. */
export const pinMessage = defineAction({
  name: "pinMessage",
  label: "Pin a message",
  description: "Pins a message to its channel.",
  input: z.strictObject({
    channel_id: channelId,
    message_id: messageId,
  }),
  output: done,
});
