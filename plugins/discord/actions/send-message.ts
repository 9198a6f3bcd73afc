import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, content, files, message } from "../fields.ts";

/** Sends a message to a channel or a thread, with embeds and files if you like. */
export const sendMessage = defineAction({
  name: "sendMessage",
  label: "Send a message",
  description: "Sends a message to a channel or a thread, with embeds and files if you like.",
  input: z.strictObject({
    channel_id: channelId,
    ...content,
    files,
    tts: z.boolean().optional().meta({ label: "Read aloud", default: false, example: true }),
  }),
  output: message,
  examples: [
    { channel_id: "290926798999357250", content: "Hi." },
    {
      channel_id: "290926798999357250",
      content: "The figures",
      files: [{ filename: "a.txt", content: "aGk=", type: "text/plain", description: "Figures" }],
    },
    {
      channel_id: "290926798999357250",
      content: "Order **1001** has been paid.",
      embeds: [{ title: "Order 1001", color: 5763719, fields: [{ name: "Total", value: "42.00", inline: true }] }],
      components: [{ type: 1, components: [{ type: 2, style: 5, label: "Open", url: "https://example.com" }] }],
      allowed_mentions: { parse: ["users"] },
      tts: true,
    },
  ],
});
