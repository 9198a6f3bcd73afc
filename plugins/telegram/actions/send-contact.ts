import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { chatId, message, sendOptions } from "../fields.ts";

/** Sends a name with a phone number. */
export const sendContact = defineAction({
  name: "sendContact",
  label: "Send a contact",
  description: "Sends a name with a phone number.",
  input: z.strictObject({
    chat_id: chatId,
    phone_number: z.string().meta({ label: "Phone number", example: "+41446681800" }),
    first_name: z.string().meta({ label: "First name", example: "Ada" }),
    last_name: z.string().optional().meta({ label: "Last name", example: "Lovelace" }),
    vcard: z.string().max(2048).optional().meta({ label: "vCard", multiline: true, example: "BEGIN:VCARD END:VCARD" }),
    ...sendOptions,
  }),
  output: message,
});
