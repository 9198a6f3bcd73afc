import { decodeBase64 } from "../../kit/base64.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { vercelBlob } from "../api.ts";
import { keepHeaders } from "../keep-headers.ts";
import type { PutBlobInput, PutBlobOutput } from "../types.generated.ts";

/** Stores a file. */
export async function putBlob(input: PutBlobInput, options: StepOptions = {}): Promise<PutBlobOutput> {
  "use step";
  const content = input.encoding === "base64" ? decodeBase64(input.content, "content") : new TextEncoder().encode(input.content);
  const bytes = { content, type: input.contentType ?? "application/octet-stream" };
  return vercelBlob.send(
    { method: "PUT", path: "/", query: { pathname: input.pathname }, headers: keepHeaders(input), bytes, timeout: "5m" },
    options,
  );
}
