import type { Schema } from "@cfworker/json-schema";
import { Validator } from "@cfworker/json-schema";
import { Refusal } from "./answers.ts";
import type { Trigger } from "./trigger.ts";
import { inputSchemaOf } from "./trigger.ts";

const MAX_BODY = 1024 * 1024;
/** What proves who a caller is never becomes part of a run. */
const SECRET_HEADERS = new Set(["authorization", "cookie", "proxy-authorization", "x-api-key"]);

/** A run's input from a request: its parts for an `http` trigger, else its body. Throws a Refusal when it does not fit the trigger's schema. */
export async function readInput(request: Request, trigger: Trigger): Promise<unknown> {
  const body = await readBody(request);
  const input = trigger.on === "http" ? { body: body ?? null, ...partsOf(request) } : (body ?? defaultInput(trigger));
  const { valid, errors } = new Validator(inputSchemaOf(trigger) as Schema, "2020-12", false).validate(input);
  if (valid) return input;
  // What only says that something below is wrong is left out.
  const causes = errors.filter((outer) => !errors.some((inner) => inner.keywordLocation.startsWith(`${outer.keywordLocation}/`)));
  const problems = causes.map(({ instanceLocation, error }) => ({
    path: instanceLocation.replace(/^#\/?/, "").replaceAll("/", "."),
    message: error,
  }));
  throw new Refusal(400, "invalid_input", "The input does not fit the workflow's trigger.", {}, problems);
}

function defaultInput(trigger: Trigger): unknown {
  return trigger.on === "schedule" ? { scheduledAt: new Date().toISOString() } : {};
}

function partsOf(request: Request): { query: Record<string, string>; headers: Record<string, string> } {
  const headers = [...request.headers].filter(([name]) => !SECRET_HEADERS.has(name));
  return { query: Object.fromEntries(new URL(request.url).searchParams), headers: Object.fromEntries(headers) };
}

/** JSON, a form's fields, or text, as the media type says; undefined when empty. */
export async function readBody(request: Request): Promise<unknown> {
  const text = await readText(request);
  if (text === "") return undefined;
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  // What `curl -d` sends is called a form whatever it is.
  if (type === "application/x-www-form-urlencoded" && !/^\s*[{[]/.test(text)) return Object.fromEntries(new URLSearchParams(text));
  if (type.startsWith("text/") || type === "application/xml" || type.endsWith("+xml")) return text;
  try {
    // A key called __proto__ is data to nobody and a trap to many.
    return JSON.parse(text, (key, value: unknown) => (key === "__proto__" ? undefined : value));
  } catch {
    throw new Refusal(400, "bad_request", "The body is not JSON.");
  }
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_BODY) throw new Refusal(413, "payload_too_large", `The body has more than ${MAX_BODY} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
