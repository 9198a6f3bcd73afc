import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changedMessage, messageId } from "../fields.ts";

/** Marks an e-mail as read. */
export const markAsRead = defineAction({
  name: "markAsRead",
  label: "Mark as read",
  description: "Marks an e-mail as read.",
  input: z.strictObject({ id: messageId }),
  output: changedMessage,
});
