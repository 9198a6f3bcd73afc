import type { Style } from "../service-operation.ts";
import type { FoundOperation } from "./list-operations.ts";
import type { JsonObject } from "./loose-json.ts";
import { listOf, objectOf, ownOf, textOf } from "./loose-json.ts";
import { mergeParts } from "./merge-parts.ts";
import { plainText } from "./plain-text.ts";
import type { ImportContext, ImportedField } from "./import-context.ts";
import { isFile } from "./import-context.ts";
import { standsForCredential } from "./read-parameter.ts";

interface ImportedBody {
  readonly kind: "none" | "json" | "form" | "multipart" | "text" | "binary";
  readonly contentType?: string;
  readonly fields: readonly ImportedField[];
}

const FILE = {
  type: "object",
  properties: {
    content: { type: "string", description: "The file, as base64.", contentEncoding: "base64" },
    name: { type: "string", description: "What the service shall call it." },
    type: { type: "string", description: "Its media type, such as image/png." },
  },
  required: ["content"],
};

/** The fields of a request's body: one by one where it is an object, else the body as a whole. */
export function readBody(requestBody: unknown, { method }: FoundOperation, context: ImportContext): ImportedBody {
  const body = objectOf(context.document.resolve(requestBody));
  const content = objectOf(body["content"]);
  const types = Object.keys(content);
  const [type, kind] = chooseType(types);
  if (type === undefined || method === "GET") return { kind: "none", fields: [] };
  const media = objectOf(content[type]);
  const isRequired = body["required"] === true;
  const description = plainText(textOf(body["description"]), 300);
  const whole = (schema: JsonObject): ImportedField[] => [
    { wire: "body", place: "wholeBody", required: isRequired, schema: { ...schema, ...(description === "" ? {} : { description }) } },
  ];
  if (kind === "text") return { kind, contentType: plainType(type, "text/plain"), fields: whole({ type: "string", multiline: true }) };
  if (kind === "binary") {
    return { kind, contentType: plainType(type, "application/octet-stream"), fields: whole({ type: "string", contentEncoding: "base64" }) };
  }
  // JSON by another name, such as application/merge-patch+json: a service that knows it may take no other.
  const named = kind === "json" && !/^(?:application\/json|\*\/\*)$/.test(essenceOf(type)) ? plainType(type, "") : "";
  const isNamed = named === "" ? {} : { contentType: named };
  const object = context.schemas.readObject(media["schema"]);
  // What may have more fields than are named has room for them as a whole only.
  if (object === undefined || (object["additionalProperties"] !== undefined && kind === "json")) {
    return { kind, ...isNamed, fields: whole(context.schemas.read(media["schema"])) };
  }
  const required = new Set(listOf(object["required"]));
  const parts = objectOf(mergeParts(media["schema"], (value) => context.document.resolve(value))?.object["properties"]);
  const fields = Object.entries(objectOf(object["properties"])).flatMap(([name, field]): ImportedField[] => {
    const schema = objectOf(field);
    if (schema["readOnly"] === true || standsForCredential(name, textOf(schema["description"]), context)) return [];
    const file = kind === "multipart" && isFile(ownOf(parts, name), context);
    const style =
      kind === "json" ? undefined : file ? "file" : formStyle(objectOf(objectOf(media["encoding"])[name]), schema, kind === "multipart");
    return [
      {
        wire: name,
        place: "body",
        required: required.has(name),
        schema: {
          ...(file ? fileSchema(schema) : schema),
          ...(style === undefined ? {} : { "x-style": style }),
        },
      },
    ];
  });
  // A body of nothing but the credential is none.
  return { kind: fields.length === 0 ? "none" : kind, ...isNamed, fields };
}

/** JSON where there is a choice, since it says most. */
function chooseType(types: readonly string[]): [string | undefined, ImportedBody["kind"]] {
  const find = (test: (type: string) => boolean): string | undefined => types.find((type) => test(essenceOf(type)));
  const json =
    find((type) => type === "application/json") ??
    // Of two kinds of patches, the one that looks like what it changes.
    find((type) => type.endsWith("+json") && type !== "application/json-patch+json") ??
    find((type) => /[/+]json$/.test(type)) ??
    find((type) => type === "*/*");
  if (json !== undefined) return [json, "json"];
  const form = find((type) => type === "application/x-www-form-urlencoded");
  if (form !== undefined) return [form, "form"];
  const multipart = find((type) => type === "multipart/form-data");
  if (multipart !== undefined) return [multipart, "multipart"];
  const text = find((type) => /^text\/|[/+]xml$|[/+]ya?ml$|\/sdp$|\/x-ndjson$/.test(type));
  return text === undefined ? [types[0], "binary"] : [text, "text"];
}

function essenceOf(type: string): string {
  return (type.split(";")[0] ?? "").trim().toLowerCase();
}

function plainType(type: string, otherwise: string): string {
  const essence = essenceOf(type);
  return /^[\w.+-]+\/[\w.+-]+$/.test(essence) ? essence : otherwise;
}

function formStyle(encoding: JsonObject, schema: JsonObject, multipart: boolean): Style | undefined {
  const isObjectType =
    schema["type"] === "object" || schema["$ref"] !== undefined || schema["anyOf"] !== undefined || schema["allOf"] !== undefined;
  const isList = schema["type"] === "array";
  if (textOf(encoding["style"]) === "deepObject") return "brackets";
  if (/json/.test(textOf(encoding["contentType"]))) return isList || isObjectType ? "json" : undefined;
  if (isList && encoding["explode"] === false) return "comma";
  // A part of a multipart body that is an object travels as JSON.
  return isObjectType ? (multipart ? "json" : "brackets") : undefined;
}

function fileSchema(schema: JsonObject): JsonObject {
  const said = textOf(schema["description"]) === "" ? {} : { description: schema["description"] };
  return schema["type"] === "array" ? { type: "array", items: FILE, ...said } : { ...FILE, ...said };
}
