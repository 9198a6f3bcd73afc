import { AppError } from "../errors.ts";

/** How much of a body that is too large is read and thrown away, so that its sender gets to hear why, in bytes. */
const DRAINED = 16 * 1024 * 1024;

/** Reads a whole body, never holding more than `limit` bytes; throws `payload_too_large` when there are more. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array(0);
  const announced = Number(request.headers.get("content-length") ?? "0");
  if (announced > limit + DRAINED) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size <= limit) chunks.push(value);
    else chunks.length = 0;
    if (size > limit + DRAINED) {
      await reader.cancel().catch(() => undefined);
      break;
    }
  }
  if (size > limit) throw tooLarge(limit);
  const only = chunks[0];
  return chunks.length === 1 && only ? only : Buffer.concat(chunks, size);
}

/** Decodes UTF-8 and refuses what is not. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("bad_request", "The body is not valid UTF-8 text.", { hint: "Send the body encoded as UTF-8.", cause });
  }
}

/** JSON deeper than this is no data of anybody's: what writes it down again would run out of stack. */
const DEEPEST = 500;

/** Parses JSON; an empty text is `undefined`. Throws `bad_request` with the parser's own words, or when it is nested too deeply. */
export function parseJson(text: string): unknown {
  if (text.trim() === "") return undefined;
  const value = parse(text);
  if (text.length > 2 * DEEPEST && isDeeper(value, DEEPEST)) {
    throw new AppError("bad_request", `The body is nested deeper than ${DEEPEST} levels.`, { hint: "Send flatter data." });
  }
  return value;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError("bad_request", `The body is not valid JSON: ${reason}.`, {
      hint: "Check the body with a JSON parser; send it with Content-Type: application/json.",
    });
  }
}

/** The fields of a form; one that is given several times becomes an array. */
export function parseForm(text: string): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : typeof before === "string" ? [before, value] : [...before, value]);
  }
  return Object.fromEntries(fields);
}

/** The media type of a request in lower case, without parameters; empty when there is none. */
export function mediaType(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

function tooLarge(limit: number): AppError {
  return new AppError("payload_too_large", `The body is larger than ${limit} bytes.`, {
    hint: "Send less, or store the data elsewhere and send its address.",
    details: { limit },
  });
}
