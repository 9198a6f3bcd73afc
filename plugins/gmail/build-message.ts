import { decodeBase64, encodeBase64 } from "../kit/base64.ts";
import { encodeAddresses, encodeHeader } from "./encode-header.ts";

/** A message in the words of a form. */
export interface Letter {
  readonly to?: string | readonly string[] | undefined;
  readonly cc?: string | readonly string[] | undefined;
  readonly bcc?: string | readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly attachments?: readonly { filename: string; content: string; contentType?: string | undefined }[] | undefined;
  /** The Message-ID that it answers, and those before it. */
  readonly inReplyTo?: string | undefined;
  readonly references?: string | undefined;
}

/** The message as it is sent (RFC 5322 and MIME): ASCII only, lines ended by CR LF. */
export function buildMessage(letter: Letter): string {
  const addresses = (["from", "to", "cc", "bcc"] as const).map((name) => addressLine(name, letter[name]));
  const headers = [
    ...addresses,
    addressLine("reply-to", letter.replyTo),
    textLine("Subject", letter.subject),
    textLine("In-Reply-To", letter.inReplyTo),
    textLine("References", letter.references),
    "MIME-Version: 1.0",
  ];
  return `${headers.filter((line) => line !== "").join("\r\n")}\r\n${buildBody(letter)}`;
}

function addressLine(name: string, addresses: string | readonly string[] | undefined): string {
  if (addresses === undefined || addresses.length === 0) return "";
  const title = name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
  return `${title}: ${encodeAddresses(addresses, title)}`;
}

function textLine(name: string, text: string | undefined): string {
  return text === undefined ? "" : `${name}: ${encodeHeader(text)}`;
}

/** Headers and content of a part; a message's body is one too. */
function buildBody({ text, html, attachments = [] }: Letter): string {
  const bodies = [
    ...(text === undefined && html !== undefined ? [] : [textPart("plain", text ?? "")]),
    ...(html === undefined ? [] : [textPart("html", html)]),
  ];
  const body = bodies.length === 1 ? (bodies[0] ?? "") : multipart("alternative", bodies);
  return attachments.length === 0 ? body : multipart("mixed", [body, ...attachments.map(attachmentPart)]);
}

function multipart(kind: string, parts: readonly string[]): string {
  const boundary = `part-${crypto.randomUUID()}`;
  const inner = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("");
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--`;
}

function textPart(kind: string, text: string): string {
  const lines = text.replace(/\r\n|\r|\n/g, "\r\n");
  const content = wrap(encodeBase64(new TextEncoder().encode(lines)));
  return `Content-Type: text/${kind}; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}`;
}

function attachmentPart({ filename, content, contentType }: NonNullable<Letter["attachments"]>[number]): string {
  const type = contentType !== undefined && /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : "application/octet-stream";
  const plain = filename.replace(/[^\x20-\x7e]|["\\]/g, "_");
  const encoded = encodeURIComponent(filename).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  const disposition = `attachment; filename="${plain}"${plain === filename ? "" : `;\r\n filename*=UTF-8''${encoded}`}`;
  const data = wrap(encodeBase64(decodeBase64(content, `The content of the attachment ${filename}`)));
  return `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: ${disposition}\r\n\r\n${data}`;
}

function wrap(base64: string): string {
  return base64.match(/.{1,76}/g)?.join("\r\n") ?? "";
}
