import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { message, messageFields, messageId } from "../fields.ts";

/** Marks an e-mail as read or important, or gives it categories. */
export const updateMessage = defineAction({
  name: "updateMessage",
  label: "Mark an e-mail",
  description: "Marks an e-mail as read or important, or gives it categories.",
  input: z.strictObject({
    messageId,
    isRead: z.boolean().optional().meta({ label: "Read", example: true }),
    importance: messageFields.importance,
    categories: z
      .array(z.string())
      .optional()
      .meta({ label: "Categories", example: ["Orders"] }),
  }),
  output: message,
});
