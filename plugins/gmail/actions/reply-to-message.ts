import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changedMessage, content, messageId } from "../fields.ts";

/** Answers an e-mail in its conversation. */
export const replyToMessage = defineAction({
  name: "replyToMessage",
  label: "Reply to an e-mail",
  description: "Answers an e-mail in the same conversation, to its sender or to everyone.",
  input: z.strictObject({
    id: messageId,
    replyAll: z.boolean().optional().meta({ label: "Reply to everyone", default: false, example: true }),
    ...content,
  }),
  output: changedMessage,
});
