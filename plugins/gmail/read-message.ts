import { decodeBase64 } from "../kit/base64.ts";

interface MessagePart {
  readonly mimeType?: string;
  readonly filename?: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly body?: { readonly attachmentId?: string; readonly size?: number; readonly data?: string };
  readonly parts?: readonly MessagePart[];
}

/** A message as the service gives it. */
export interface MessageAnswer {
  readonly id: string;
  readonly threadId: string;
  readonly labelIds?: readonly string[];
  readonly snippet?: string;
  /** Milliseconds since 1970. */
  readonly internalDate?: string;
  readonly payload?: MessagePart;
}

/** What the list of messages tells of one. */
export interface MessageSummary {
  id: string;
  threadId: string;
  labelIds: string[];
  snippet: string;
  date: string | null;
  from: string;
  to: string;
  subject: string;
}

/** A header of a message, whatever the case of its name; an empty text when it has none. */
export function headerOf(message: MessageAnswer, name: string): string {
  return message.payload?.headers?.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? "";
}

export function summarize(message: MessageAnswer): MessageSummary {
  const time = Number(message.internalDate);
  return {
    id: message.id,
    threadId: message.threadId,
    labelIds: [...(message.labelIds ?? [])],
    snippet: message.snippet ?? "",
    date: time > 0 ? new Date(time).toISOString() : null,
    from: headerOf(message, "From"),
    to: headerOf(message, "To"),
    subject: headerOf(message, "Subject"),
  };
}

/** The texts and the attachments in the parts of a message. */
export interface MessageContent {
  readonly text: string;
  readonly html: string;
  readonly attachments: { attachmentId: string; filename: string; mimeType: string; size: number }[];
}

export function readContent(message: MessageAnswer): MessageContent {
  const parts = message.payload === undefined ? [] : flatten(message.payload);
  const texts = (type: string): string =>
    parts
      .filter((part) => part.mimeType === type && !part.filename && part.body?.data !== undefined)
      .map(decodePart)
      .join("\n");
  const attachments = parts.flatMap(({ mimeType, filename, body }) =>
    body?.attachmentId === undefined
      ? []
      : [
          {
            attachmentId: body.attachmentId,
            filename: filename ?? "",
            mimeType: mimeType ?? "application/octet-stream",
            size: body.size ?? 0,
          },
        ],
  );
  return { text: texts("text/plain"), html: texts("text/html"), attachments };
}

function flatten(part: MessagePart): MessagePart[] {
  return [part, ...(part.parts ?? []).flatMap(flatten)];
}

/** Gmail undoes the transfer encoding of a part, not its character set. */
function decodePart(part: MessagePart): string {
  const type = part.headers?.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  const charset = /charset="?([^\s";]+)/i.exec(type)?.[1] ?? "utf-8";
  const bytes = decodeBase64(part.body?.data, "The text of the message");
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    // A character set that nobody knows.
    return new TextDecoder().decode(bytes);
  }
}

/** A message with all it says. */
export function presentMessage(
  message: MessageAnswer,
): MessageSummary & MessageContent & { readonly cc: string; readonly replyTo: string; readonly messageId: string } {
  return {
    ...summarize(message),
    cc: headerOf(message, "Cc"),
    replyTo: headerOf(message, "Reply-To"),
    messageId: headerOf(message, "Message-ID"),
    ...readContent(message),
  };
}
