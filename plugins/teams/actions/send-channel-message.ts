import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, message, messageFields, teamId } from "../fields.ts";

/** Sends a message to a channel, with a card if you like. */
export const sendChannelMessage = defineAction({
  name: "sendChannelMessage",
  label: "Send a message to a channel",
  description: "Sends a message to a channel, with a card if you like.",
  input: z.strictObject({
    teamId,
    channelId,
    ...messageFields,
    subject: z.string().optional().meta({ label: "Subject", example: "Order 1001" }),
  }),
  output: message,
});
