import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { deleted, messageSid } from "../fields.ts";

/** Deletes a message from the account's history. */
export const deleteMessage = defineAction({
  name: "deleteMessage",
  label: "Delete a message",
  description: "Deletes a message from the account's history.",
  input: z.strictObject({
    Sid: messageSid,
  }),
  output: deleted,
});
