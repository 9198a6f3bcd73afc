import type { Json } from "../schema/json.ts";
import { escapeComment } from "./comment.ts";
import type { Doc } from "./doc.ts";
import { braces, group, hardline, indent, join, line, printDoc, softline } from "./doc.ts";
import { printKey, printNumber, printString } from "./literal.ts";

type JsonObject = { readonly [key: string]: Json };

const deepest = 12;

/** The members of an interface for a JSON Schema of an object, or undefined where the schema describes something else. */
export function printInterfaceBody(schema: JsonObject): Doc | undefined {
  if (schema["type"] !== "object" || !isObject(schema["properties"]) || isCombined(schema)) return undefined;
  return printMembers(schema, { root: schema, depth: 0, seen: [] });
}

/** Any JSON Schema as a TypeScript type; what TypeScript cannot say, or we do not know, is `any`. */
export function printSchemaType(schema: JsonObject): Doc {
  return printType(schema, { root: schema, depth: 0, seen: [] });
}

/** The same as text, by which schemas can be compared; a description at its top included. */
export function printSchemaText(schema: JsonObject): string {
  const described = typeof schema["description"] === "string" ? schema["description"].trim() : "";
  return `${described}\n${printDoc(printInterfaceBody(schema) ?? printSchemaType(schema), 100).text}`;
}

interface Place {
  readonly root: JsonObject;
  readonly depth: number;
  /** References that are being followed. */
  readonly seen: readonly string[];
}

function printType(schema: Json | undefined, at: Place): Doc {
  if (schema === false) return "never";
  if (!isObject(schema) || at.depth > deepest) return "any";
  const inside = { ...at, depth: at.depth + 1 };
  if (typeof schema["$ref"] === "string") return printReference(schema["$ref"], inside);
  if ("const" in schema) return printConstant(schema["const"]);
  if (Array.isArray(schema["enum"])) return printUnion(schema["enum"].map(printConstant));
  for (const key of ["anyOf", "oneOf"] as const) {
    const options = schema[key];
    if (Array.isArray(options)) return printUnion(options.map((option) => printType(option, inside)));
  }
  const all = schema["allOf"];
  if (Array.isArray(all) && all.length > 0) {
    const own = schema["properties"] === undefined ? [] : [printObject(schema, inside)];
    return join(" & ", [...own, ...all.map((part) => bracket(printType(part, inside)))]);
  }
  const types = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
  const named = types.map((type) => printNamed(type, schema, inside));
  return printUnion(schema["nullable"] === true ? [...named, "null"] : named);
}

function printNamed(type: Json | undefined, schema: JsonObject, at: Place): Doc {
  switch (type) {
    case "string":
      return "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array":
      return printArray(schema, at);
    case "object":
      return printObject(schema, at);
    default:
      return isObject(schema["properties"]) ? printObject(schema, at) : "any";
  }
}

function printArray(schema: JsonObject, at: Place): Doc {
  const prefix = schema["prefixItems"];
  if (Array.isArray(prefix) && prefix.length > 0) {
    const rest = schema["items"] === false ? [] : [["...", bracket(printType(schema["items"], at)), "[]"]];
    return ["[", join(", ", [...prefix.map((item) => printType(item, at)), ...rest]), "]"];
  }
  return [bracket(printType(schema["items"], at)), "[]"];
}

function printObject(schema: JsonObject, at: Place): Doc {
  const extra = schema["additionalProperties"];
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  if (Object.keys(properties).length === 0) {
    if (extra === false) return "Record<string, never>";
    return ["Record<string, ", isObject(extra) ? printType(extra, at) : "any", ">"];
  }
  return printMembers(schema, at);
}

function printMembers(schema: JsonObject, at: Place): Doc {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  const inside = { ...at, depth: at.depth + 1 };
  const members: Doc[] = Object.entries(properties).map(([name, property]): Doc => {
    const key = name === "__proto__" ? printString(name) : printKey(name);
    const member: Doc = [key, required.has(name) ? ": " : "?: ", printType(property, inside), ";"];
    const text = isObject(property) && typeof property["description"] === "string" ? property["description"].trim() : "";
    return text === "" ? member : [`/** ${escapeComment(text)} */`, hardline, member];
  });
  // An index signature must cover the named properties too, so beside them it can only say `any`.
  if (isObject(schema["additionalProperties"]) || schema["additionalProperties"] === true) members.push("[key: string]: any;");
  return members.length === 0 ? "{}" : braces(join(hardline, members));
}

function printReference(reference: string, at: Place): Doc {
  if (!reference.startsWith("#") || at.seen.includes(reference)) return "any";
  let target: Json | undefined = at.root;
  for (const part of reference.slice(1).split("/").slice(1)) {
    const key = decodePart(part);
    target = isObject(target) && Object.hasOwn(target, key) ? target[key] : undefined;
  }
  return target === undefined ? "any" : printType(target, { ...at, seen: [...at.seen, reference] });
}

function decodePart(part: string): string {
  let text = part;
  try {
    text = decodeURIComponent(part);
  } catch {
    // Not percent-encoded after all.
  }
  return text.replace(/~1/g, "/").replace(/~0/g, "~");
}

function printConstant(value: Json): Doc {
  if (typeof value === "string") return printString(value);
  if (typeof value === "number") return printNumber(value);
  return value === null || typeof value === "boolean" ? String(value) : "any";
}

function printUnion(options: readonly Doc[]): Doc {
  if (options.length === 0) return "never";
  if (options.includes("any")) return "any";
  const distinct = [...new Map(options.map((option) => [JSON.stringify(option), option])).values()];
  if (distinct.length === 1) return distinct[0] ?? "any";
  return group(indent(softline, join([line, "| "], distinct)));
}

/** In brackets where a `[]` or `&` would otherwise bind to a part of it. */
function bracket(type: Doc): Doc {
  return typeof type === "string" && /^[\w.]+$/.test(type) ? type : isRecord(type) ? type : ["(", type, ")"];
}

function isRecord(type: Doc): boolean {
  return Array.isArray(type) && (type[0] === "{" || type[0] === "Record<string, ");
}

function isCombined(schema: JsonObject): boolean {
  return ["$ref", "const", "enum", "anyOf", "oneOf", "allOf"].some((key) => key in schema) || schema["nullable"] === true;
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
