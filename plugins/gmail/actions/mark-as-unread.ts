import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changedMessage, messageId } from "../fields.ts";

/** Marks an e-mail as unread. */
export const markAsUnread = defineAction({
  name: "markAsUnread",
  label: "Mark as unread",
  description: "Marks an e-mail as unread.",
  input: z.strictObject({ id: messageId }),
  output: changedMessage,
});
