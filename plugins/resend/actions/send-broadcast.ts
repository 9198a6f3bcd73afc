import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { broadcastId, scheduledAt } from "../fields.ts";

/** Sends a broadcast to its segment, now or at a later time. */
export const sendBroadcast = defineAction({
  name: "sendBroadcast",
  label: "Send a broadcast",
  description: "Sends a broadcast to its segment, now or at a later time.",
  input: z.strictObject({
    id: broadcastId,
    scheduled_at: scheduledAt
      .optional()
      .meta({ label: "Send at", help: "An ISO 8601 time, at most 30 days ahead; without it, now.", example: "2030-01-01T09:00:00Z" }),
  }),
  output: z.object({ id: z.string() }),
});
