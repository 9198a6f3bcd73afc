import { createHash } from "node:crypto";
import type { ApiRequest } from "../kit/api.ts";
import { decodeBase64 } from "../kit/base64.ts";
import { idempotencyKey } from "../kit/idempotency.ts";

/** A file that goes with a message. */
interface MessageFile {
  readonly filename: string;
  /** Base64. */
  readonly content: string;
  readonly type?: string | undefined;
  readonly description?: string | undefined;
}

const NONCE_LENGTH = 25;

/** The body of a call that sends a message: JSON, or a form when files go with it. */
export function encodeMessage(message: object, files: readonly MessageFile[] = []): Pick<ApiRequest, "json" | "multipart"> {
  if (files.length === 0) return { json: message };
  const form = new FormData();
  const attachments = files.map(({ filename, description }, id) => ({ id, filename, description }));
  form.append("payload_json", JSON.stringify({ ...message, attachments }));
  for (const [index, { filename, content, type }] of files.entries()) {
    const bytes = decodeBase64(content, `The content of ${filename}`);
    form.append(`files[${index}]`, new Blob([bytes], type === undefined ? {} : { type }), filename);
  }
  return { multipart: form };
}

/** Makes Discord give the message it has already when the same call arrives again within minutes. */
export function onlyOnce(): { nonce: string; enforce_nonce: true } {
  const nonce = createHash("sha256").update(idempotencyKey()).digest("base64url").slice(0, NONCE_LENGTH);
  return { nonce, enforce_nonce: true };
}
