import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, message, messageId } from "../fields.ts";

/** Gets one message of a channel. */
export const getMessage = defineAction({
  name: "getMessage",
  label: "Get a message",
  description: "Gets one message of a channel.",
  input: z.strictObject({
    channel_id: channelId,
    message_id: messageId,
  }),
  output: message,
});
