import { decodeBase64 } from "../../kit/base64.ts";
import { credential } from "../../kit/credentials.ts";
import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { checkMail } from "../check-mail.ts";
import { smtpCredential } from "../credential.ts";
import { messageIdOf } from "../message-id.ts";
import { readServer } from "../read-server.ts";
import type { SendMailInput, SendMailOutput } from "../types.generated.ts";
import { withTransport } from "../with-transport.ts";

/** What the server did with the mail; of a refused address, the error has its words. */
interface Delivery {
  readonly messageId: string;
  readonly accepted?: readonly string[] | undefined;
  readonly rejected?: readonly string[] | undefined;
  readonly rejectedErrors?: readonly { readonly recipient?: string; readonly response?: string }[];
  readonly response?: string | undefined;
}

/** Sends one e-mail through a mail server. */
export async function sendMail(input: SendMailInput, options: StepOptions = {}): Promise<SendMailOutput> {
  "use step";
  const server = readServer(await credential(smtpCredential, options.connection));
  const { attachments = [], headers, ...fields } = input;
  const from = fields.from ?? server.from;
  if (from === undefined) throw fatal("A mail needs a sender: set From, or the connection's sender.", { name: "InvalidInput" });
  const { text, html, ...texts } = { ...fields, from };
  const names = attachments.flatMap(({ filename, contentType = "", cid = "" }) => [filename, contentType, cid]);
  checkMail({ ...texts, attachments: names }, headers);
  const files = attachments.map((file) => ({
    ...file,
    content: Buffer.from(decodeBase64(file.content, `The content of ${file.filename}`)),
  }));
  const mail = { ...texts, text, html, headers, attachments: files, messageId: messageIdOf(from) };
  const sent: Delivery = await withTransport(server, options, (transport) => transport.sendMail(mail));
  const { messageId, accepted = [], rejected = [], rejectedErrors: refusals = [], response = "" } = sent;
  const wordsFor = (address: string): string => refusals.find(({ recipient }) => recipient === address)?.response ?? "";
  return {
    messageId,
    accepted: [...accepted],
    rejected: rejected.map((address) => ({ address, response: wordsFor(address) })),
    response,
  };
}
