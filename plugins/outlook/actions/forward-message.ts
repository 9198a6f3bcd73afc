import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done, messageFields, messageId } from "../fields.ts";

/** Forwards an e-mail with its attachments. */
export const forwardMessage = defineAction({
  name: "forwardMessage",
  label: "Forward an e-mail",
  description: "Forwards an e-mail with its attachments.",
  input: z.strictObject({
    messageId,
    toRecipients: messageFields.toRecipients,
    comment: z.string().optional().meta({ label: "Comment", multiline: true, example: "For you." }),
  }),
  output: done,
});
