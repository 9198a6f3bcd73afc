import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channel, file, timestamp } from "../fields.ts";

/** Uploads a file and shows it in a channel or a thread; without a channel it stays private. */
export const uploadFile = defineAction({
  name: "uploadFile",
  label: "Upload a file",
  description: "Uploads a file and shows it in a channel or a thread; without a channel it stays private.",
  input: z.strictObject({
    filename: z.string().meta({ label: "File name", example: "report.txt" }),
    content: z.string().meta({ label: "Content", help: "Base64.", example: "SGVsbG8=" }),
    channel_id: channel.optional().meta({
      label: "Channel",
      help: "Its id. The app must be a member.",
      example: "C024BE91L",
      options: { action: "listChannels", list: "channels", value: "id", label: "name" },
    }),
    thread_ts: timestamp
      .optional()
      .meta({ label: "In the thread of", help: "The ts of the message that began it.", example: "1503435956.000247" }),
    initial_comment: z.string().optional().meta({ label: "Message", multiline: true, example: "The figures of today" }),
    title: z.string().optional().meta({ label: "Title", example: "Report" }),
    alt_text: z.string().optional().meta({ label: "Description of an image", help: "For screen readers.", example: "A chart that rises" }),
  }),
  output: file,
});
