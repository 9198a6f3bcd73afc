import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { message, messageSid } from "../fields.ts";

/** Cancels a message that waits for its time. */
export const cancelMessage = defineAction({
  name: "cancelMessage",
  label: "Cancel a message",
  description: "Cancels a message that waits for its time.",
  input: z.strictObject({
    Sid: messageSid,
  }),
  output: message,
});
