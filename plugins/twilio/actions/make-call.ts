import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { call, from, statusCallback, to } from "../fields.ts";

/** Calls a phone number and does what TwiML says, for example reads a text aloud. */
export const makeCall = defineAction({
  name: "makeCall",
  label: "Make a call",
  description: "Calls a phone number and does what TwiML says, for example reads a text aloud.",
  input: z.strictObject({
    To: to,
    From: from,
    Twiml: z.string().max(4000).optional().meta({
      label: "TwiML",
      help: "What to say and do; or set an address that gives it.",
      multiline: true,
      example: "<Response><Say>Ahoy there!</Say></Response>",
    }),
    Url: z
      .string()
      .optional()
      .meta({ label: "Address of TwiML", help: "In place of the TwiML above.", example: "https://demo.twilio.com/docs/voice.xml" }),
    Timeout: z.int().min(1).max(600).optional().meta({ label: "Ring for seconds", default: 60, example: 20 }),
    Record: z.boolean().optional().meta({ label: "Record", default: false, example: true }),
    MachineDetection: z.enum(["Enable", "DetectMessageEnd"]).optional().meta({ label: "Tell machines from people", example: "Enable" }),
    SendDigits: z
      .string()
      .regex(/^[\d#*wW]{1,32}$/)
      .optional()
      .meta({ label: "Dial after the connection", help: "Digits, #, *, and w for half a second.", example: "1234#" }),
    StatusCallback: statusCallback,
  }),
  output: call,
  examples: [
    { To: "+15558675310", From: "+15017122661", Twiml: "<Response><Say>Ahoy there!</Say></Response>" },
    {
      To: "+15558675310",
      From: "+15017122661",
      Url: "https://demo.twilio.com/docs/voice.xml",
      Timeout: 20,
      Record: true,
      MachineDetection: "Enable",
      SendDigits: "1234#",
      StatusCallback: "https://example.com/status",
    },
  ],
});
