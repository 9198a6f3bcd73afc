import { defineCredential } from "../kit/define-credential.ts";

export const smtpCredential = defineCredential("smtp", {
  host: { label: "Mail server", help: "Such as smtp.example.com.", env: "SMTP_HOST", secret: false },
  port: { label: "Port", help: "587 when left out, or 465 with tls.", env: "SMTP_PORT", secret: false, optional: true },
  user: { label: "User", help: "Often the e-mail address.", env: "SMTP_USER", secret: false, optional: true },
  password: { label: "Password", help: "Many servers want one made for applications.", env: "SMTP_PASSWORD", optional: true },
  security: {
    label: "Encryption",
    help: "starttls (the default), tls from the first byte (the default of port 465), or none.",
    env: "SMTP_SECURITY",
    secret: false,
    optional: true,
  },
  from: {
    label: "Sender",
    help: "Where a mail names none, such as Shop <orders@example.com>.",
    env: "SMTP_FROM",
    secret: false,
    optional: true,
  },
  certificate: {
    label: "Certificate authority",
    help: "PEM, for a server whose certificate no public authority has signed.",
    env: "SMTP_CERTIFICATE",
    secret: false,
    optional: true,
  },
});
