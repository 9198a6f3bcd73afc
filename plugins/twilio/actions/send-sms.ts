import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { from, message, messagingServiceSid, statusCallback, to } from "../fields.ts";

/** Sends a text message, with pictures where the country allows it, now or at a later time. */
export const sendSms = defineAction({
  name: "sendSms",
  label: "Send an SMS",
  description: "Sends a text message, with pictures where the country allows it, now or at a later time.",
  input: z.strictObject({
    To: to,
    From: from.optional().meta({
      label: "From",
      help: "One of your Twilio numbers; or set a messaging service.",
      example: "+15017122661",
      options: { action: "listPhoneNumbers", list: "phoneNumbers", value: "phone_number", label: "friendly_name" },
    }),
    MessagingServiceSid: messagingServiceSid,
    Body: z.string().min(1).max(1600).meta({ label: "Text", multiline: true, example: "Your order is on its way." }),
    MediaUrl: z
      .array(z.string())
      .max(10)
      .optional()
      .meta({ label: "Pictures", help: "Their addresses.", example: ["https://example.com/a.png"] }),
    SendAt: z.string().optional().meta({
      label: "Send at",
      help: "An ISO 8601 time, 15 minutes to 35 days ahead. Needs a messaging service.",
      example: "2030-01-01T09:00:00Z",
    }),
    StatusCallback: statusCallback,
    ValidityPeriod: z
      .int()
      .min(1)
      .max(36000)
      .optional()
      .meta({ label: "Drop after seconds", help: "When it could not be sent until then.", default: 36000, example: 600 }),
  }),
  output: message,
  examples: [
    { To: "+15558675310", From: "+15017122661", Body: "Your order is on its way." },
    {
      To: "+15558675310",
      MessagingServiceSid: "MG9752274e9e519418a7406176694466fa",
      Body: "Your order is on its way.",
      MediaUrl: ["https://example.com/a.png", "https://example.com/b.png"],
      SendAt: "2030-01-01T09:00:00Z",
      StatusCallback: "https://example.com/status",
      ValidityPeriod: 600,
    },
  ],
});
