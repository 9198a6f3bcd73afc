import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done, messageId } from "../fields.ts";

/** Answers an e-mail, to its sender or to all. */
export const replyToMessage = defineAction({
  name: "replyToMessage",
  label: "Reply to an e-mail",
  description: "Answers an e-mail, to its sender or to all.",
  input: z.strictObject({
    messageId,
    comment: z.string().meta({ label: "Answer", multiline: true, example: "Thank you, we look at it." }),
    replyAll: z.boolean().optional().meta({ label: "To all", default: false, example: true }),
  }),
  output: done,
});
