import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, reason } from "../fields.ts";

/** Deletes a channel or a thread with all its messages. */
export const deleteChannel = defineAction({
  name: "deleteChannel",
  label: "Delete a channel",
  description: "Deletes a channel or a thread with all its messages.",
  input: z.strictObject({
    channel_id: channelId,
    reason,
  }),
  output: z.object({ id: z.string(), deleted: z.literal(true) }),
});
