import { decodeBase64 } from "../../kit/base64.ts";
import { fatal } from "../../kit/failure.ts";
import type { RequestInput } from "../types.generated.ts";

/** The body as it goes over the wire; sets `content-type` unless the caller did. */
export function encodeBody(
  method: string,
  input: Pick<RequestInput, "body" | "bodyType">,
  headers: Headers,
): string | Uint8Array<ArrayBuffer> | undefined {
  if (input.body === undefined || (input.body === null && input.bodyType === undefined)) return undefined;
  if (method === "GET" || method === "HEAD") {
    throw fatal(`A ${method} request cannot have a body; use query, or another method.`, { name: "InvalidInput" });
  }
  const type = input.bodyType ?? (typeof input.body === "string" ? "text" : "json");
  const [contentType, encoded] = encode(type, input.body);
  if (!headers.has("content-type")) headers.set("content-type", contentType);
  return encoded;
}

function encode(type: NonNullable<RequestInput["bodyType"]>, body: unknown): [string, string | Uint8Array<ArrayBuffer>] {
  switch (type) {
    case "json":
      return ["application/json", encodeJson(body)];
    case "text":
      return ["text/plain;charset=UTF-8", typeof body === "string" ? body : encodeJson(body)];
    case "form":
      return ["application/x-www-form-urlencoded;charset=UTF-8", encodeForm(body)];
    case "binary":
      return ["application/octet-stream", decodeBase64(body, "A binary body")];
  }
}

function encodeJson(body: unknown): string {
  try {
    const text = JSON.stringify(body);
    if (text !== undefined) return text;
  } catch {
    // Falls through: a cycle or a BigInt, said below.
  }
  throw fatal("The body cannot be written as JSON.", { name: "InvalidInput" });
}

function encodeForm(body: unknown): string {
  if (typeof body === "string") return body;
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw fatal("A form body must be an object of names and values.", { name: "InvalidInput" });
  }
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item === undefined || item === null) continue;
      form.append(name, typeof item === "object" ? encodeJson(item) : String(item));
    }
  }
  return form.toString();
}
