import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { done, messageFields } from "../fields.ts";

/** Sends an e-mail in the name of the person who signed in. */
export const sendMail = defineAction({
  name: "sendMail",
  label: "Send an e-mail",
  description: "Sends an e-mail in the name of the person who signed in.",
  input: z.strictObject({
    ...messageFields,
    saveToSentItems: z.boolean().optional().meta({ label: "Keep in sent items", default: true, example: false }),
  }),
  output: done,
});
