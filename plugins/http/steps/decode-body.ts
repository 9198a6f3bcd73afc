import { encodeBase64 } from "../../kit/base64.ts";
import { fatal } from "../../kit/failure.ts";
import type { HttpAnswer } from "../../kit/http.ts";
import { describeCall } from "../../kit/http.ts";

/** JSON parsed, text as text, anything else as base64; null when empty. Throws a FatalError for JSON that is none. */
export function decodeBody(call: { method: string; url: URL }, answer: HttpAnswer): unknown {
  if (answer.bytes.byteLength === 0) return null;
  const type = answer.headers["content-type"] ?? "";
  const essence = (type.split(";")[0] ?? "").trim().toLowerCase();
  if (/^application\/json$|[/+]json$/.test(essence)) return parseJson(call, answer);
  if (essence === "") return decodeUnknown(answer.bytes);
  if (/^text\/|[/+]xml$|[/+]yaml$|\/(?:x-)?(?:javascript|ndjson|x-ndjson|csv|x-www-form-urlencoded|graphql)$/.test(essence)) {
    return decodeText(answer.bytes, /;\s*charset="?([\w.:-]+)/i.exec(type)?.[1]);
  }
  return encodeBase64(answer.bytes);
}

function parseJson(call: { method: string; url: URL }, answer: HttpAnswer): unknown {
  const text = new TextDecoder().decode(answer.bytes);
  try {
    // A key called __proto__ is data to nobody and a trap to many.
    return text.includes("__proto__")
      ? JSON.parse(text, (key, value: unknown) => (key === "__proto__" ? undefined : value))
      : JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw fatal(`${describeCall(call)} answered ${answer.status} with malformed JSON: ${reason}`, {
      name: "MalformedJson",
      status: answer.status,
    });
  }
}

function decodeText(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder(charset ?? "utf-8").decode(bytes);
  } catch {
    // A charset this platform does not know.
    return new TextDecoder().decode(bytes);
  }
}

function decodeUnknown(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return encodeBase64(bytes);
  }
}
