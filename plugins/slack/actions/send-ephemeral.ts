import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, content, timestamp, userId } from "../fields.ts";

/** Sends a message to a channel that only one of its members sees, and only until they reload. */
export const sendEphemeral = defineAction({
  name: "sendEphemeral",
  label: "Send a message only one person sees",
  description: "Sends a message to a channel that only one of its members sees, and only until they reload.",
  input: z.strictObject({
    channel,
    user: userId,
    ...content,
    thread_ts: timestamp.optional().meta({ label: "In the thread of", example: "1503435956.000247" }),
  }),
  output: z.object({ message_ts: z.string() }),
});
