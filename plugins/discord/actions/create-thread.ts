import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, channelId, messageId } from "../fields.ts";

/** Opens a thread below a message, or one of its own when no message is named. */
export const createThread = defineAction({
  name: "createThread",
  label: "Create a thread",
  description: "Opens a thread below a message, or one of its own when no message is named.",
  input: z.strictObject({
    channel_id: channelId,
    name: z.string().min(1).max(100).meta({ label: "Name", example: "Order 1001" }),
    message_id: messageId.optional().meta({ label: "Below message", example: "334385199974967042" }),
    auto_archive_duration: z
      .union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10080)])
      .optional()
      .meta({ label: "Close after minutes without a message", example: 1440 }),
  }),
  output: channel,
});
