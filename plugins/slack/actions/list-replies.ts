import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, limit, message, timestamp } from "../fields.ts";

/** Lists the messages of a thread, the one that began it first. */
export const listReplies = defineAction({
  name: "listReplies",
  label: "List the replies of a thread",
  description: "Lists the messages of a thread, the one that began it first.",
  input: z.strictObject({
    channel,
    ts: timestamp,
    oldest: timestamp
      .optional()
      .meta({ label: "After", help: "Seconds since 1970, or the ts of a message.", example: "1512085950.000216" }),
    limit,
  }),
  output: z.object({ messages: z.array(message) }),
});
