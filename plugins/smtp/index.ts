import { definePlugin } from "../kit/define-plugin.ts";
import { sendMail } from "./actions/send-mail.ts";
import { smtpCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "smtp",
  label: "SMTP mail",
  description: "E-mail through any mail server.",
  docs: "https://www.rfc-editor.org/rfc/rfc5321",
  credential: smtpCredential,
  actions: [sendMail],
});
