import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, timestamp } from "../fields.ts";

/** Deletes a message that the app has sent. */
export const deleteMessage = defineAction({
  name: "deleteMessage",
  label: "Delete a message",
  description: "Deletes a message that the app has sent.",
  input: z.strictObject({
    channel,
    ts: timestamp,
  }),
  output: z.object({ channel: z.string(), ts: z.string(), deleted: z.literal(true) }),
});
