import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { emailId, emailSummary } from "../fields.ts";

/** Gets an e-mail that was sent, its content and how far it has come. */
export const getEmail = defineAction({
  name: "getEmail",
  label: "Get an e-mail",
  description: "Gets an e-mail that was sent, its content and how far it has come.",
  input: z.strictObject({
    email_id: emailId,
  }),
  output: emailSummary.extend({ html: z.string().nullish(), text: z.string().nullish() }),
});
