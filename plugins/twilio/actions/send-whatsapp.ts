import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { message, messagingServiceSid, statusCallback, to } from "../fields.ts";

const WHATSAPP_FROM = "+14155238886";

/** Sends a WhatsApp message: a free text within 24 hours of the person's own, else an approved template. */
export const sendWhatsapp = defineAction({
  name: "sendWhatsapp",
  label: "Send a WhatsApp message",
  description: "Sends a WhatsApp message: a free text within 24 hours of the person's own, else an approved template.",
  input: z.strictObject({
    To: to,
    From: z
      .string()
      .optional()
      .meta({ label: "From", help: "Your WhatsApp number at Twilio; or set a messaging service.", example: WHATSAPP_FROM }),
    MessagingServiceSid: messagingServiceSid,
    Body: z.string().max(1600).optional().meta({ label: "Text", multiline: true, example: "Your order is on its way." }),
    MediaUrl: z
      .array(z.string())
      .max(1)
      .optional()
      .meta({ label: "File", help: "The address of a picture, a document or a sound.", example: ["https://example.com/a.png"] }),
    ContentSid: z.string().optional().meta({ label: "Template", help: "Begins with HX.", example: "HXb5b62575e6e4ff6129ad7c8efe1f983e" }),
    ContentVariables: z
      .record(z.string(), z.string())
      .optional()
      .meta({ label: "Values of the template", help: "By the number of the place.", example: { "1": "12/1", "2": "3pm" } }),
    StatusCallback: statusCallback,
  }),
  output: message,
  examples: [
    { To: "+15558675310", From: WHATSAPP_FROM, Body: "Your order is on its way." },
    {
      To: "+15558675310",
      From: WHATSAPP_FROM,
      ContentSid: "HXb5b62575e6e4ff6129ad7c8efe1f983e",
      ContentVariables: { "1": "12/1", "2": "3pm" },
      StatusCallback: "https://example.com/status",
    },
  ],
});
