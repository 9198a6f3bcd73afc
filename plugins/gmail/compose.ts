import { encodeBase64 } from "../kit/base64.ts";
import { path } from "../kit/path.ts";
import type { StepOptions } from "../kit/step-options.ts";
import { relatedBody } from "../google/related-body.ts";
import { gmail } from "./api.ts";
import type { Letter } from "./build-message.ts";
import { buildMessage } from "./build-message.ts";
import { bareAddress, splitAddresses } from "./encode-header.ts";
import type { MessageAnswer } from "./read-message.ts";
import { headerOf } from "./read-message.ts";

/** Larger messages go to the address for uploads. */
const LARGEST_JSON = 4_000_000;

/** Sends a message or keeps it as a draft; `threadId` puts it into a conversation. */
export function post<Answer>(
  what: "messages/send" | "drafts",
  letter: Letter,
  threadId: string | undefined,
  options: StepOptions,
): Promise<Answer> {
  const message = buildMessage(letter);
  const bytes = new TextEncoder().encode(message);
  const wrap = (content: object): object => (what === "drafts" ? { message: content } : content);
  if (bytes.length > LARGEST_JSON) {
    const upload = relatedBody(wrap({ threadId }), bytes, "message/rfc822");
    return gmail.send(
      { path: `/upload/gmail/v1/users/me/${what}`, query: { uploadType: "multipart" }, bytes: upload, timeout: "2m" },
      options,
    );
  }
  const raw = encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_");
  return gmail.send({ path: `/gmail/v1/users/me/${what}`, json: wrap({ raw, threadId }) }, options);
}

/** Where an answer to a message goes, and what makes it one. */
export async function answerTo(id: string, everyone: boolean, options: StepOptions): Promise<{ threadId: string; letter: Letter }> {
  const metadataHeaders = ["From", "Reply-To", "To", "Cc", "Subject", "Message-ID", "References"];
  const query = { format: "metadata", metadataHeaders };
  const message = await gmail.send<MessageAnswer>({ path: path`/gmail/v1/users/me/messages/${id}`, query }, options);
  const to = splitAddresses(headerOf(message, "Reply-To") || headerOf(message, "From"));
  const subject = headerOf(message, "Subject");
  const inReplyTo = headerOf(message, "Message-ID");
  const letter: Letter = {
    to,
    cc: everyone ? await othersIn(message, to, options) : undefined,
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    inReplyTo: inReplyTo || undefined,
    references: `${headerOf(message, "References")} ${inReplyTo}`.trim() || undefined,
  };
  return { threadId: message.threadId, letter };
}

async function othersIn(message: MessageAnswer, to: readonly string[], options: StepOptions): Promise<string[]> {
  const { emailAddress } = await gmail.send<{ emailAddress: string }>({ path: "/gmail/v1/users/me/profile" }, options);
  const seen = new Set([emailAddress.toLowerCase(), ...to.map(bareAddress)]);
  return ["To", "Cc"]
    .flatMap((name) => splitAddresses(headerOf(message, name)))
    .filter((address) => {
      const bare = bareAddress(address);
      return !seen.has(bare) && Boolean(seen.add(bare));
    });
}
