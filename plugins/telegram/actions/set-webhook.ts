import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done } from "../fields.ts";

/** Lets Telegram send every update of the bot to an address, for example a workflow's trigger. */
export const setWebhook = defineAction({
  name: "setWebhook",
  label: "Set a webhook",
  description: "Lets Telegram send every update of the bot to an address, for example a workflow's trigger.",
  input: z.strictObject({
    url: z.string().meta({
      label: "Address",
      help: "An https address; empty to remove the webhook.",
      example: "https://shop.example.com/api/triggers/bot",
    }),
    secret_token: z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .optional()
      .meta({ label: "Secret", help: "Sent along in the header X-Telegram-Bot-Api-Secret-Token.", secret: true, example: "s3cret" }),
    allowed_updates: z
      .array(z.string())
      .optional()
      .meta({ label: "Only these kinds", example: ["message", "callback_query"] }),
    drop_pending_updates: z.boolean().optional().meta({ label: "Forget what is waiting", default: false, example: true }),
    max_connections: z.int().min(1).max(100).optional().meta({ label: "Connections at once", default: 40, example: 10 }),
  }),
  output: done,
});
