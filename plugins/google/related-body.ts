import type { ApiRequest } from "../kit/api.ts";

/** The body of an upload that Google calls "multipart": metadata as JSON, then the content (https://developers.google.com/workspace/drive/api/guides/manage-uploads). */
export function relatedBody(metadata: object, content: Uint8Array, type: string): NonNullable<ApiRequest["bytes"]> {
  const boundary = `part-${crypto.randomUUID()}`;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const head = encode(
    `--${boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n${JSON.stringify(metadata)}\r\n` +
      `--${boundary}\r\nContent-Type: ${type.replace(/[^\x20-\x7e]+/g, "")}\r\n\r\n`,
  );
  const tail = encode(`\r\n--${boundary}--\r\n`);
  const bytes = new Uint8Array(head.length + content.length + tail.length);
  bytes.set(head, 0);
  bytes.set(content, head.length);
  bytes.set(tail, head.length + content.length);
  return { content: bytes, type: `multipart/related; boundary=${boundary}` };
}
