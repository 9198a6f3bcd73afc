import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, done, sendOptions } from "../fields.ts";

/** Shows "typing …" or the like in the chat for 5 seconds or until the next message. */
export const sendChatAction = defineAction({
  name: "sendChatAction",
  label: "Show that the bot is at work",
  description: 'Shows "typing …" or the like in the chat for 5 seconds or until the next message.',
  input: z.strictObject({
    chat_id: chatId,
    action: z
      .enum([
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
      ])
      .meta({ label: "Action", example: "typing" }),
    message_thread_id: sendOptions.message_thread_id,
  }),
  output: done,
});
