import { encodeBase64 } from "../../kit/base64.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { callS3 } from "../api.ts";
import type { GetObjectInput, GetObjectOutput } from "../types.generated.ts";

/** Reads an object. */
export async function getObject({ bucket, key, encoding }: GetObjectInput, options: StepOptions = {}): Promise<GetObjectOutput> {
  "use step";
  const { headers, bytes } = await callS3({ method: "GET", bucket, key }, options);
  const modified = Date.parse(headers["last-modified"] ?? "");
  const metadata = Object.entries(headers).flatMap(([name, value]) => (name.startsWith("x-amz-meta-") ? [[name.slice(11), value]] : []));
  return {
    content: encoding === "base64" ? encodeBase64(bytes) : new TextDecoder().decode(bytes),
    contentType: headers["content-type"] ?? null,
    size: bytes.byteLength,
    etag: headers["etag"]?.replaceAll('"', "") ?? null,
    lastModified: Number.isNaN(modified) ? null : new Date(modified).toISOString(),
    metadata: Object.fromEntries(metadata),
  };
}
