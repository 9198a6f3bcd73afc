import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { FILE_HELP, chatId, fileSource, message, sendOptions } from "../fields.ts";

/** Sends 2 to 10 photos, videos, documents or audio files as one album. */
export const sendMediaGroup = defineAction({
  name: "sendMediaGroup",
  label: "Send an album",
  description: "Sends 2 to 10 photos, videos, documents or audio files as one album. Documents and audio do not mix with other types.",
  input: z.strictObject({
    chat_id: chatId,
    media: z
      .array(
        z.strictObject({
          type: z.enum(["photo", "video", "document", "audio"]),
          media: fileSource,
          caption: z.string().optional(),
          parse_mode: z.enum(["HTML", "MarkdownV2", "Markdown"]).optional(),
        }),
      )
      .min(2)
      .max(10)
      .meta({ label: "Files", help: FILE_HELP }),
    message_thread_id: sendOptions.message_thread_id,
    reply_parameters: sendOptions.reply_parameters,
    disable_notification: sendOptions.disable_notification,
    protect_content: sendOptions.protect_content,
  }),
  output: z.object({ messages: z.array(message) }),
  examples: [
    {
      chat_id: 123456789,
      media: [
        { type: "photo", media: "https://example.com/1.jpg", caption: "One" },
        { type: "photo", media: "https://example.com/2.jpg" },
      ],
    },
    {
      chat_id: 123456789,
      media: [
        { type: "photo", media: { content: "iVBORw0KGgo=", filename: "1.png", type: "image/png" } },
        { type: "video", media: "https://example.com/2.mp4" },
      ],
      message_thread_id: 7,
      reply_parameters: { message_id: 41 },
      disable_notification: true,
      protect_content: true,
    },
  ],
});
