import { decodeText, mediaType, parseForm, parseJson, readBody } from "../api/read-body.ts";
import { AppError } from "../errors.ts";

/** The body of a trigger call as its media type says: JSON, a form's fields, or text; `undefined` when empty. Throws `unsupported_media_type`, `payload_too_large`, `bad_request`. */
export async function readPayload(request: Request, limit: number): Promise<unknown> {
  const type = mediaType(request);
  const read = readerOf(type);
  if (!read) {
    throw new AppError("unsupported_media_type", `A trigger does not read bodies of type ${type}.`, {
      hint: "Send application/json, application/x-www-form-urlencoded or text.",
    });
  }
  const bytes = await readBody(request, limit);
  return bytes.byteLength === 0 ? undefined : read(decodeText(bytes));
}

function readerOf(type: string): ((text: string) => unknown) | undefined {
  // What fetch and many webhooks send without a type is JSON.
  if (type === "" || type === "application/json" || type.endsWith("+json")) return parseJson;
  if (type === "application/x-www-form-urlencoded") return parseFormOrJson;
  if (type.startsWith("text/") || type === "application/xml" || type.endsWith("+xml")) return (text) => text;
  return undefined;
}

/** `curl -d '{…}'` calls its JSON a form unless told otherwise; no form encodes a brace at its beginning as itself. */
function parseFormOrJson(text: string): unknown {
  return /^\s*[{[]/.test(text) ? parseJson(text) : parseForm(text);
}

/** Headers that carry a caller's secrets: they never become part of a run. */
const SECRET_HEADERS = new Set(["authorization", "cookie", "proxy-authorization", "x-api-key"]);

/** The `query` and `headers` an http run is given; of a repeated query field the last wins. */
export function requestFacts(request: Request): { query: Record<string, string>; headers: Record<string, string> } {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const headers = Object.fromEntries([...request.headers].filter(([name]) => !SECRET_HEADERS.has(name)));
  return { query, headers };
}

/** Bytes a trigger's body may have: `WEFT_MAX_BODY`, or 1 MiB. */
export function maxPayload(value: string | undefined = process.env["WEFT_MAX_BODY"]): number {
  const bytes = Number(value ?? "");
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : 1024 * 1024;
}
