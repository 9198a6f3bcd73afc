import { parse as parseYaml, YAMLParseError } from "yaml";
import { AppError } from "../../errors.ts";
import { convertSwagger } from "./convert-swagger.ts";
import type { JsonObject } from "./loose-json.ts";
import { isObject, ownOf, textOf } from "./loose-json.ts";

/** The largest document that is read, in bytes. */
export const MAX_DOCUMENT = 50 * 1024 * 1024;
/** YAML is read a hundred times slower than JSON. */
const MAX_YAML = 16 * 1024 * 1024;
/** How often one anchor of a YAML document may be repeated, repetitions inside repetitions multiplied. */
const MAX_ALIASES = 1_000;
const DEEPEST = 200;

/** An OpenAPI document in the words of version 3. */
export interface OpenApiDocument {
  readonly root: JsonObject;
  /** Where it came from, for relative addresses in it. */
  readonly url?: URL;
  /** What a local reference leads to, through references. Throws `invalid_input` for one into another document or to nowhere. */
  resolve(value: unknown): unknown;
}

/** Reads OpenAPI 2.0, 3.0, 3.1 or 3.2 from JSON or YAML; throws `invalid_input` that says what it is instead. */
export function readOpenApi(text: string, options: { readonly what?: string; readonly url?: URL } = {}): OpenApiDocument {
  const what = options.what ?? "The document";
  if (Buffer.byteLength(text) > MAX_DOCUMENT)
    throw refuse(what, `is larger than ${MAX_DOCUMENT / 1024 / 1024} MiB`, "Cut it into parts, or remove the paths you do not need.");
  return openDocument(parseText(text.replace(/^\uFEFF/, ""), what), { ...options, what });
}

/** The same for a document that was parsed already. */
export function openDocument(parsed: unknown, options: { readonly what?: string; readonly url?: URL } = {}): OpenApiDocument {
  const what = options.what ?? "The document";
  if (isDeeper(parsed, DEEPEST))
    throw refuse(what, `is nested deeper than ${DEEPEST} levels, or holds itself`, "Give a document that describes an API.");
  const version = textOf(ownOf(parsed, "openapi")) || textOf(ownOf(parsed, "swagger"));
  if (!isObject(parsed) || !/^(?:2\.0|3\.\d)/.test(version)) {
    throw refuse(
      what,
      "is not an OpenAPI document: it has neither `openapi: 3…` nor `swagger: 2.0`",
      "Give the API's OpenAPI description, as JSON or YAML.",
    );
  }
  const resolve = (value: unknown): unknown => resolveIn(parsed, value, what);
  return {
    root: version.startsWith("2") ? convertSwagger(parsed, resolve, options.url) : parsed,
    ...(options.url === undefined ? {} : { url: options.url }),
    resolve,
  };
}

function parseText(text: string, what: string): unknown {
  if (/^\s*[[{]/.test(text)) {
    try {
      return text.includes("__proto__")
        ? JSON.parse(text, (key, value: unknown) => (key === "__proto__" ? undefined : value))
        : JSON.parse(text);
    } catch (error) {
      throw refuse(what, `is not JSON: ${error instanceof Error ? error.message : String(error)}`, "Check it with a JSON parser.");
    }
  }
  if (text.length > MAX_YAML)
    throw refuse(what, `is YAML of more than ${MAX_YAML / 1024 / 1024} MiB`, "Convert it to JSON, which is read faster.");
  try {
    const parsed: unknown = parseYaml(text, { maxAliasCount: MAX_ALIASES, logLevel: "error", stringKeys: true });
    return text.includes("__proto__") ? withoutProto(parsed) : parsed;
  } catch (error) {
    const reason =
      error instanceof YAMLParseError || error instanceof ReferenceError || error instanceof Error
        ? (error.message.split("\n")[0] ?? "")
        : String(error);
    throw refuse(what, `is neither JSON nor YAML that can be read: ${reason}`, "Give the API's OpenAPI description, as JSON or YAML.");
  }
}

function withoutProto(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProto);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => (key === "__proto__" ? [] : [[key, withoutProto(inner)]])));
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

function resolveIn(root: JsonObject, value: unknown, what: string): unknown {
  let at = value;
  for (let hops = 0; hops < 50; hops++) {
    const reference = ownOf(at, "$ref");
    if (typeof reference !== "string") return at;
    if (!reference.startsWith("#")) {
      throw refuse(
        what,
        `refers to "${reference.slice(0, 200)}", which is another document`,
        "Bundle it into one document first, for example with `npx @redocly/cli bundle`.",
      );
    }
    at = followPointer(root, reference);
    if (at === undefined)
      throw refuse(what, `refers to ${reference.slice(0, 200)}, which is not in it`, "Check it with an OpenAPI validator.");
  }
  throw refuse(what, "has references that lead in a circle", "Check it with an OpenAPI validator.");
}

function followPointer(root: JsonObject, reference: string): unknown {
  // A name that a schema gives itself (`$anchor`) is not looked for: any shape.
  if (/^#[^/]/.test(reference)) return {};
  let at: unknown = root;
  for (const part of reference.slice(1).split("/").slice(1)) {
    const key = decodePart(part).replace(/~1/g, "/").replace(/~0/g, "~");
    at = Array.isArray(at) ? at[Number(key)] : ownOf(at, key);
  }
  return at;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not percent-encoded after all.
    return part;
  }
}

function refuse(what: string, problem: string, hint: string): AppError {
  return new AppError("invalid_input", `${what} ${problem}.`, { hint });
}
