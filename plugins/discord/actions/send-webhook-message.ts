import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { channelId, content, files, message } from "../fields.ts";

/** Sends a message to the channel of a webhook, under any name; it needs no bot. */
export const sendWebhookMessage = defineAction({
  name: "sendWebhookMessage",
  label: "Send a message through a webhook",
  description: "Sends a message to the channel of a webhook, under any name; it needs no bot.",
  input: z.strictObject({
    webhook_url: z
      .string()
      .regex(/^https?:\/\/[^/]+\/api\/(?:v\d+\/)?webhooks\/\d+\/[\w-]+$/, "The address of a webhook ends in /webhooks/<id>/<token>.")
      .meta({
        label: "Webhook address",
        help: "From the channel's settings, Integrations. Keep it in a secret variable.",
        secret: true,
        example: "https://discord.com/api/v10/webhooks/223704706495545344/3d89bb7572e0fb30d8128367b3b1b44f",
      }),
    ...content,
    username: z.string().max(80).optional().meta({ label: "Name of the sender", example: "Shop" }),
    avatar_url: z.string().optional().meta({ label: "Picture of the sender", example: "https://example.com/shop.png" }),
    thread_id: channelId.optional().meta({ label: "Thread", help: "Of the webhook's channel.", example: "290926798999357251" }),
    files,
  }),
  output: message,
});
