import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { changedMessage, content, recipients } from "../fields.ts";

/** Sends an e-mail. */
export const sendMessage = defineAction({
  name: "sendMessage",
  label: "Send an e-mail",
  description: "Sends an e-mail from the Gmail account, with attachments if you like.",
  input: z.strictObject({ ...recipients, subject: z.string().meta({ label: "Subject", example: "Your order ✓" }), ...content }),
  output: changedMessage,
});
