import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, limit, message, timestamp } from "../fields.ts";

/** Lists the messages of a channel, the newest first. */
export const listMessages = defineAction({
  name: "listMessages",
  label: "List messages",
  description: "Lists the messages of a channel, the newest first.",
  input: z.strictObject({
    channel,
    oldest: timestamp
      .optional()
      .meta({ label: "After", help: "Seconds since 1970, or the ts of a message.", example: "1512085950.000216" }),
    latest: timestamp
      .optional()
      .meta({ label: "Before", help: "Seconds since 1970, or the ts of a message.", example: "1712085950.000216" }),
    inclusive: z.boolean().optional().meta({ label: "With those very messages", default: false, example: true }),
    limit,
  }),
  output: z.object({ messages: z.array(message) }),
});
