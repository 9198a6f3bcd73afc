import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, message, sendOptions } from "../fields.ts";

/** Asks a question with up to 12 answers to choose from, as a poll or as a quiz. */
export const sendPoll = defineAction({
  name: "sendPoll",
  label: "Send a poll",
  description: "Asks a question with up to 12 answers to choose from, as a poll or as a quiz.",
  input: z.strictObject({
    chat_id: chatId,
    question: z.string().min(1).max(300).meta({ label: "Question", example: "Which day suits you?" }),
    options: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(12)
      .meta({ label: "Answers", example: ["Monday", "Tuesday"] }),
    is_anonymous: z.boolean().optional().meta({ label: "Anonymous", default: true, example: false }),
    type: z.enum(["regular", "quiz"]).optional().meta({ label: "Type", default: "regular", example: "quiz" }),
    allows_multiple_answers: z.boolean().optional().meta({ label: "Several answers", default: false }),
    correct_option_ids: z
      .array(z.int().min(0))
      .optional()
      .meta({
        label: "Right answers",
        help: "Their places in the list, from 0. A quiz needs them.",
        example: [1],
        shownWhen: { field: "type", is: ["quiz"] },
      }),
    explanation: z
      .string()
      .max(200)
      .optional()
      .meta({
        label: "Explanation",
        help: "Shown after a wrong answer.",
        example: "Monday is a holiday.",
        shownWhen: { field: "type", is: ["quiz"] },
      }),
    open_period: z.int().min(5).max(2628000).optional().meta({ label: "Open for seconds", example: 600 }),
    ...sendOptions,
  }),
  output: message,
});
