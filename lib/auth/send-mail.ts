import { createTransport } from "nodemailer";

/** A mail of plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** False when mails are only printed to the log. */
  readonly sends: boolean;
  send(mail: Mail): Promise<void>;
}

/** Through `WEFT_SMTP_URL` (`smtp://user:password@host:587`), from `WEFT_MAIL_FROM`; without it, what would be sent is printed, for whoever runs the server. */
export function createMailer(environment: Readonly<Record<string, string | undefined>> = process.env): Mailer {
  const url = environment["WEFT_SMTP_URL"]?.trim();
  if (url === undefined || url === "") {
    return {
      sends: false,
      async send({ to, subject, text }) {
        console.log(`[weft] No mailer is set (WEFT_SMTP_URL), so this is not sent.\n  To: ${to}\n  Subject: ${subject}\n\n${indent(text)}`);
      },
    };
  }
  const transport = createTransport(url);
  const from = environment["WEFT_MAIL_FROM"] ?? `Weft <weft@${new URL(environment["WEFT_URL"] ?? "http://localhost").hostname}>`;
  return {
    sends: true,
    async send(mail) {
      await transport.sendMail({ from, to: mail.to, subject: mail.subject, text: mail.text });
    },
  };
}

function indent(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
