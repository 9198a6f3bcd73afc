import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, content, timestamp } from "../fields.ts";

/** Replaces a message that the app has sent. */
export const updateMessage = defineAction({
  name: "updateMessage",
  label: "Change a message",
  description: "Replaces a message that the app has sent.",
  input: z.strictObject({
    channel,
    ts: timestamp,
    ...content,
  }),
  output: z.object({ channel: z.string(), ts: z.string(), text: z.string().optional() }),
});
