import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { broadcastId, deleted } from "../fields.ts";

/** Deletes a broadcast that has not been sent. */
export const deleteBroadcast = defineAction({
  name: "deleteBroadcast",
  label: "Delete a broadcast",
  description: "Deletes a broadcast that has not been sent.",
  input: z.strictObject({
    id: broadcastId,
  }),
  output: deleted,
});
