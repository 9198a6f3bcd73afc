import { readFileSync } from "node:fs";
import { upgradeFromThreeToThreeOne } from "@scalar/openapi-upgrader/3.0-to-3.1";
import { upgradeFromTwoToThree } from "@scalar/openapi-upgrader/2.0-to-3.0";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

export type Json = Readonly<Record<string, unknown>>;

/** A parameter of the query, the path or the headers. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** A JSON pointer into the description. */
  readonly schema: string | undefined;
  readonly type: unknown;
}

/** One operation of a service, with JSON pointers to its schemas. */
export interface Operation {
  readonly method: string;
  /** As the description writes it. */
  readonly path: string;
  /** Matches `origin + path` of a call. */
  readonly address: RegExp;
  /** How many characters of the path are literal: of two that match, the more literal one is meant. */
  readonly literal: number;
  readonly parameters: readonly Parameter[];
  readonly bodyRequired: boolean;
  /** By content type. */
  readonly bodies: Readonly<Record<string, string>>;
  readonly definition: Json;
  readonly pointer: string;
}

/** A service's own description of its HTTP API, as OpenAPI 3.1. */
export interface Description {
  readonly title: string;
  readonly document: Json;
  readonly operations: readonly Operation[];
  /** The value at a JSON pointer, references followed. */
  resolve(pointer: string): { readonly value: unknown; readonly pointer: string };
  /** What is wrong with a value, in words; empty when it fits the schema at the pointer. */
  validate(pointer: string, value: unknown): string[];
}

const METHODS = ["get", "put", "post", "delete", "patch", "head", "options"];

/** Reads OpenAPI 2, 3.0 or 3.1, as JSON or YAML. Throws when the file is none. */
export function readDescription(file: string): Description {
  const text = readFileSync(file, "utf8");
  const loaded: unknown = file.endsWith(".json") ? JSON.parse(text) : parse(text, { maxAliasCount: -1 });
  // The upgraders take and give plain objects and pass over what they do not know.
  const document = upgradeFromThreeToThreeOne(upgradeFromTwoToThree(loaded as Record<string, unknown>) as Record<string, unknown>) as Json;
  clearNullable(document);
  if (typeof document["openapi"] !== "string") throw new Error(`${file} is not an OpenAPI document.`);
  putNullLast(document);
  if (text.includes("nullable")) allowNull(document);
  const resolve = (pointer: string): { value: unknown; pointer: string } => follow(document, pointer, 0);
  const operations = readOperations(document, resolve);
  let ajv: Ajv2020 | undefined;
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer);
    if (known) return known;
    ajv ??= createValidator(document);
    const made = ajv.compile({ $ref: `service#${encodePointer(pointer)}` });
    compiled.set(pointer, made);
    return made;
  };
  return {
    title: String((document["info"] as Json | undefined)?.["title"] ?? file),
    document,
    operations,
    resolve,
    validate(pointer, value) {
      const validate = validatorOf(pointer);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message ?? ""} ${JSON.stringify(params)}`,
      );
    },
  };
}

/** Descriptions that say 3.1 and mean `nullable` all the same, where no type stands beside it: null is one more choice then. */
function allowNull(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  // A description is plain data of our own reading.
  const schema = value as { nullable?: unknown; type?: unknown; anyOf?: unknown[]; oneOf?: unknown[] };
  if (typeof schema.nullable === "boolean" && schema.type === undefined) {
    if (schema.nullable) (schema.anyOf ?? schema.oneOf)?.push({ type: "null" });
    delete schema.nullable;
  }
  for (const inner of Object.values(value)) allowNull(inner);
}

/** The upgrader leaves OpenAPI 3.0's `nullable` where a schema has no type of its own. */
function clearNullable(part: unknown): void {
  if (typeof part !== "object" || part === null) return;
  for (const inner of Object.values(part)) clearNullable(inner);
  if (Array.isArray(part) || !("nullable" in part) || typeof part.nullable !== "boolean") return;
  const choices = "anyOf" in part ? part.anyOf : "oneOf" in part ? part.oneOf : undefined;
  if (part.nullable && Array.isArray(choices)) choices.push({ type: "null" });
  delete part.nullable;
}

/** Of a choice between null and something, an answer made from the schema must show something; the sampler takes the first. */
function putNullLast(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if ((key === "oneOf" || key === "anyOf") && Array.isArray(inner)) {
      inner.sort((a, b) => Number(isNull(a)) - Number(isNull(b)));
    }
    putNullLast(inner);
  }
}

function isNull(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null && "type" in schema && schema.type === "null";
}

function createValidator(document: Json): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, validateSchema: false, discriminator: false });
  // The plugin is CommonJS with a default export of its own.
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ ...document, $id: "service" });
  return ajv;
}

function encodePointer(pointer: string): string {
  return pointer.split("/").map(encodeURIComponent).join("/");
}

/** A step of a JSON pointer. */
export function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

function follow(document: Json, pointer: string, depth: number): { value: unknown; pointer: string } {
  let value: unknown = document;
  let at = "";
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    value = typeof value === "object" && value !== null ? (value as Json)[key] : undefined;
    at += `/${part}`;
    const reference = (value as Json | undefined)?.["$ref"];
    if (typeof reference === "string" && reference.startsWith("#/") && depth < 50) {
      ({ value, pointer: at } = follow(document, decodeURIComponent(reference.slice(1)), depth + 1));
    }
  }
  return { value, pointer: at };
}

function readOperations(document: Json, resolve: Description["resolve"]): Operation[] {
  const paths = (document["paths"] ?? {}) as Record<string, Json>;
  return Object.keys(paths).flatMap((path) => {
    const at = `/paths/${escapeKey(path)}`;
    const item = resolve(at).value as Json;
    return METHODS.filter((method) => method in item).map((method) => {
      const pointer = `${at}/${method}`;
      const definition = item[method] as Json;
      const servers = (definition["servers"] ?? item["servers"] ?? document["servers"] ?? [{ url: "/" }]) as readonly Json[];
      const body = "requestBody" in definition ? resolve(`${pointer}/requestBody`) : undefined;
      const content = ((body?.value as Json | undefined)?.["content"] ?? {}) as Json;
      return {
        method: method.toUpperCase(),
        path,
        address: addressOf(servers, path),
        literal: path.replace(/\{[^}]*\}/g, "").length,
        parameters: [...readParameters(item, at, resolve), ...readParameters(definition, pointer, resolve)],
        bodyRequired: (body?.value as Json | undefined)?.["required"] === true,
        bodies: Object.fromEntries(
          Object.keys(content)
            .filter((type) => (content[type] as Json)["schema"] !== undefined)
            .map((type) => [type.split(";")[0]?.trim() ?? type, `${body?.pointer ?? ""}/content/${escapeKey(type)}/schema`]),
        ),
        definition,
        pointer,
      };
    });
  });
}

function addressOf(servers: readonly Json[], path: string): RegExp {
  const bases = servers.map(({ url }) => {
    const text = String(url).replace(/\/+$/, "");
    return `${/^https?:/.test(text) ? "" : "https?://[^/]+"}${template(text, "[^/]+")}`;
  });
  // A place of the path may hold slashes where the service says so, as GitHub's file paths do.
  return new RegExp(`^(?:${bases.join("|")})${template(path, "[^?#]+")}$`);
}

function template(text: string, hole: string): string {
  return text
    .split(/\{[^}]*\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(hole);
}

function readParameters(owner: Json, pointer: string, resolve: Description["resolve"]): Parameter[] {
  const list = (owner["parameters"] ?? []) as readonly unknown[];
  return list.map((_, index) => {
    const { value, pointer: at } = resolve(`${pointer}/parameters/${index}`);
    const parameter = value as Json;
    const schema = parameter["schema"] === undefined ? undefined : resolve(`${at}/schema`);
    return {
      name: String(parameter["name"]),
      in: String(parameter["in"]),
      required: parameter["required"] === true,
      schema: schema?.pointer,
      type: (schema?.value as Json | undefined)?.["type"],
    };
  });
}
