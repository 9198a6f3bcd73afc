import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done } from "../fields.ts";

/** Ends the waiting of a person who pressed a button below a message, with a notice if you like. */
export const answerCallbackQuery = defineAction({
  name: "answerCallbackQuery",
  label: "Answer a pressed button",
  description: "Ends the waiting of a person who pressed a button below a message, with a notice if you like. Every press wants an answer.",
  input: z.strictObject({
    callback_query_id: z
      .string()
      .meta({ label: "Callback query id", help: "The id of the update's callback_query.", example: "4382bfdwdsb323b2d9" }),
    text: z.string().max(200).optional().meta({ label: "Notice", example: "Approved" }),
    show_alert: z
      .boolean()
      .optional()
      .meta({ label: "As a window", help: "In place of a notice at the top.", default: false, example: true }),
    url: z.string().optional().meta({ label: "Open this address", example: "https://t.me/shop_bot?start=hello" }),
    cache_time: z.int().min(0).optional().meta({ label: "Keep for seconds", default: 0, example: 60 }),
  }),
  output: done,
});
