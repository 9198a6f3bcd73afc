import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { serviceSid, verification } from "../fields.ts";

/** Says whether the code a person typed is the one that was sent: the status is then approved. */
export const checkVerification = defineAction({
  name: "checkVerification",
  label: "Check a code",
  description: "Says whether the code a person typed is the one that was sent: the status is then approved.",
  input: z.strictObject({
    ServiceSid: serviceSid,
    To: z.string().meta({ label: "To", help: "Where the code was sent.", example: "+15558675310" }),
    Code: z.string().meta({ label: "Code", example: "123456" }),
  }),
  output: verification,
});
