import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { serviceSid, verification } from "../fields.ts";

/** Sends a person a code that proves that a phone number or an e-mail address is theirs. */
export const sendVerification = defineAction({
  name: "sendVerification",
  label: "Send a code",
  description: "Sends a person a code that proves that a phone number or an e-mail address is theirs.",
  input: z.strictObject({
    ServiceSid: serviceSid,
    To: z.string().meta({ label: "To", help: "A phone number with its country, or an e-mail address.", example: "+15558675310" }),
    Channel: z.enum(["sms", "call", "email", "whatsapp"]).meta({ label: "By", example: "sms" }),
    Locale: z.string().optional().meta({ label: "Language", example: "de" }),
  }),
  output: verification,
});
