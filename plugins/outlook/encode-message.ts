import { decodeBase64 } from "../kit/base64.ts";

/** A person as Graph writes them. */
interface Recipient {
  readonly emailAddress: { readonly address: string; readonly name?: string };
}

/** The people of a field: one address or several, each plain or as `Ada <ada@example.com>`. */
export function encodeRecipients(addresses: string | readonly string[]): Recipient[] {
  const list = typeof addresses === "string" ? [addresses] : addresses;
  return list.map((text) => {
    const [, name = "", address = text] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? [];
    return { emailAddress: { address: address.trim(), ...(name === "" ? {} : { name }) } };
  });
}

/** What people write into a message. */
interface MessageFields {
  readonly toRecipients?: string | string[] | undefined;
  readonly ccRecipients?: string | string[] | undefined;
  readonly bccRecipients?: string | string[] | undefined;
  readonly replyTo?: string | string[] | undefined;
  readonly body?: string | undefined;
  readonly contentType?: "html" | "text" | undefined;
  readonly attachments?:
    | readonly { readonly name: string; readonly contentBytes: string; readonly contentType?: string | undefined }[]
    | undefined;
  readonly subject?: string | undefined;
  readonly importance?: string | undefined;
}

/** The same as Graph wants it. */
export function encodeMessage(fields: MessageFields): object {
  const { toRecipients, ccRecipients, bccRecipients, replyTo, body, contentType = "html", attachments, ...others } = fields;
  return {
    ...others,
    ...(body === undefined ? {} : { body: { contentType, content: body } }),
    ...(toRecipients === undefined ? {} : { toRecipients: encodeRecipients(toRecipients) }),
    ...(ccRecipients === undefined ? {} : { ccRecipients: encodeRecipients(ccRecipients) }),
    ...(bccRecipients === undefined ? {} : { bccRecipients: encodeRecipients(bccRecipients) }),
    ...(replyTo === undefined ? {} : { replyTo: encodeRecipients(replyTo) }),
    ...(attachments === undefined ? {} : { attachments: attachments.map(encodeAttachment) }),
  };
}

function encodeAttachment(attachment: NonNullable<MessageFields["attachments"]>[number]): object {
  decodeBase64(attachment.contentBytes, `The content of ${attachment.name}`);
  return { "@odata.type": "#microsoft.graph.fileAttachment", ...attachment };
}
