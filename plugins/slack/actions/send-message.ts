import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { appearance, channel, content, sentMessage, timestamp } from "../fields.ts";

/** Sends a message to a channel or to a person. */
export const sendMessage = defineAction({
  name: "sendMessage",
  label: "Send a message",
  description: "Sends a message to a channel or to a person.",
  input: z.strictObject({
    channel,
    ...content,
    thread_ts: timestamp
      .optional()
      .meta({ label: "In the thread of", help: "The ts of the message that began it.", example: "1503435956.000247" }),
    ...appearance,
  }),
  output: sentMessage,
});
