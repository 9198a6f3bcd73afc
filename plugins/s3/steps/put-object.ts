import { decodeBase64 } from "../../kit/base64.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { callS3 } from "../api.ts";
import type { PutObjectInput, PutObjectOutput } from "../types.generated.ts";

/** Writes an object. */
export async function putObject(input: PutObjectInput, options: StepOptions = {}): Promise<PutObjectOutput> {
  "use step";
  const { bucket, key, content } = input;
  const headers = new Headers({ "content-type": input.contentType ?? "application/octet-stream" });
  if (input.cacheControl !== undefined) headers.set("cache-control", input.cacheControl);
  for (const [name, value] of Object.entries(input.metadata ?? {})) headers.set(`x-amz-meta-${name}`, encodeMetadata(value));
  const body = input.encoding === "base64" ? decodeBase64(content, "content") : new TextEncoder().encode(content);
  const answer = await callS3({ method: "PUT", bucket, key, headers, body }, options);
  return { bucket, key, etag: (answer.headers["etag"] ?? "").replaceAll('"', ""), url: `${answer.url.origin}${answer.url.pathname}` };
}

/** Headers carry ASCII; other texts go as S3 itself shows them, by RFC 2047. */
function encodeMetadata(value: string): string {
  return /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(value)))}?=`;
}
