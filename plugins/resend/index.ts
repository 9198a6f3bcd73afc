import { definePlugin } from "../kit/define-plugin.ts";
import { listDomains } from "./actions/list-domains.ts";
import { sendBatch } from "./actions/send-batch.ts";
import { sendEmail } from "./actions/send-email.ts";
import { resendCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "resend",
  label: "Resend",
  description: "E-mail for developers.",
  docs: "https://resend.com/docs/api-reference",
  credential: resendCredential,
  actions: [sendEmail, sendBatch, listDomains],
});
