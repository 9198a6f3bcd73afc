import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel } from "../fields.ts";

/** Deletes a message that waits for its time. */
export const deleteScheduledMessage = defineAction({
  name: "deleteScheduledMessage",
  label: "Delete a scheduled message",
  description: "Deletes a message that waits for its time.",
  input: z.strictObject({
    channel,
    scheduled_message_id: z.string().meta({ label: "Scheduled message", example: "Q1298393284" }),
  }),
  output: z.object({ scheduled_message_id: z.string(), deleted: z.literal(true) }),
});
