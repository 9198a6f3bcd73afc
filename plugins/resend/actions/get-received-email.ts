import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { emailId, receivedEmail } from "../fields.ts";

/** Gets an e-mail that came in, with its content and its headers. */
export const getReceivedEmail = defineAction({
  name: "getReceivedEmail",
  label: "Get a received e-mail",
  description: "Gets an e-mail that came in, with its content and its headers.",
  input: z.strictObject({
    email_id: emailId,
  }),
  output: receivedEmail.extend({
    html: z.string().nullish(),
    text: z.string().nullish(),
    headers: z.record(z.string(), z.string()).nullish(),
  }),
});
