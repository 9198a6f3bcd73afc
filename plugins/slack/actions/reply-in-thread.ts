import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { appearance, channel, content, sentMessage, timestamp } from "../fields.ts";

/** Answers a message in its thread, and in the channel too if you like. */
export const replyInThread = defineAction({
  name: "replyInThread",
  label: "Reply in a thread",
  description: "Answers a message in its thread, and in the channel too if you like.",
  input: z.strictObject({
    channel,
    thread_ts: timestamp.meta({
      label: "Message to answer",
      help: "The ts of the message that began the thread.",
      example: "1503435956.000247",
    }),
    ...content,
    reply_broadcast: z.boolean().optional().meta({ label: "In the channel too", default: false, example: true }),
    ...appearance,
  }),
  output: sentMessage,
});
