import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, message, parseMode, sendOptions } from "../fields.ts";

/** Sends a text to a person, a group or a channel, with buttons if you like. */
export const sendMessage = defineAction({
  name: "sendMessage",
  label: "Send a message",
  description: "Sends a text to a person, a group or a channel, with buttons if you like.",
  input: z.strictObject({
    chat_id: chatId,
    text: z
      .string()
      .min(1)
      .meta({ label: "Text", help: "At most 4096 characters.", multiline: true, example: "Order <b>1001</b> has been paid." }),
    parse_mode: parseMode,
    link_preview_options: z
      .strictObject({
        is_disabled: z.boolean().optional(),
        url: z.string().optional(),
        prefer_small_media: z.boolean().optional(),
        prefer_large_media: z.boolean().optional(),
        show_above_text: z.boolean().optional(),
      })
      .optional()
      .meta({ label: "Link preview", example: { is_disabled: true } }),
    ...sendOptions,
  }),
  output: message,
});
