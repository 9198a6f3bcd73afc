import { printNumber, printString } from "../emit/literal.ts";
import type { Json } from "../schema/json.ts";

/** A JSON Schema, or a part of one. */
export type JsonSchema = { readonly [key: string]: Json };

/** A TypeScript type as a tree: text for what has no parts. */
export type TypeTree =
  | string
  | { readonly kind: "union" | "all"; readonly of: readonly TypeTree[] }
  | { readonly kind: "list"; readonly of: TypeTree }
  | { readonly kind: "record"; readonly of: TypeTree }
  | { readonly kind: "tuple"; readonly of: readonly TypeTree[]; readonly rest?: TypeTree }
  | { readonly kind: "object"; readonly members: readonly TypeMember[]; readonly open: boolean };

/** A field of an object type. */
export interface TypeMember {
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeTree;
  readonly schema: JsonSchema;
}

/** How the places are written that only the reader of the schema can name. */
export interface TypeNames {
  /** The type of a place of unknown shape. */
  readonly loose: string;
  /** The type of a place marked as the type parameter. */
  readonly parameter: string;
  /** The name that a reference stands for; undefined where it leads nowhere. */
  reference(pointer: string): string | undefined;
}

const deepest = 24;

/** The TypeScript type of what a JSON Schema accepts; where TypeScript cannot say it, the type is wider, never narrower. */
export function typeOfSchema(schema: Json | undefined, names: TypeNames, depth = 0): TypeTree {
  if (schema === false) return "never";
  if (!isSchema(schema) || depth > deepest) return names.loose;
  const inside = (part: Json | undefined): TypeTree => typeOfSchema(part, names, depth + 1);
  if (schema["typeParameter"] !== undefined) return names.parameter;
  if (typeof schema["$ref"] === "string") return names.reference(schema["$ref"]) ?? names.loose;
  if ("const" in schema) return constant(schema["const"], names);
  if (Array.isArray(schema["enum"])) return unionOf(schema["enum"].map((value) => constant(value, names)));
  if (isSchema(schema["not"]) && Object.keys(schema["not"]).length === 0) return "never";
  for (const key of ["anyOf", "oneOf"]) {
    const options = schema[key];
    if (Array.isArray(options)) return unionOf(options.map(inside));
  }
  const all = schema["allOf"];
  if (Array.isArray(all) && all.length > 0) {
    const own = schema["properties"] === undefined ? [] : [objectType(schema, names, depth)];
    const parts = [...own, ...all.map(inside)].filter((part) => part !== names.loose);
    const [first = names.loose] = parts;
    return parts.length <= 1 ? first : { kind: "all", of: parts };
  }
  const types = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
  const named = types.map((type) => namedType(type, schema, names, depth));
  return unionOf(schema["nullable"] === true ? [...named, "null"] : named);
}

function namedType(type: Json | undefined, schema: JsonSchema, names: TypeNames, depth: number): TypeTree {
  switch (type) {
    case "string":
    case "boolean":
    case "null":
      return type;
    case "number":
    case "integer":
      return "number";
    case "array":
      return listType(schema, names, depth);
    case "object":
      return objectType(schema, names, depth);
    default:
      return isSchema(schema["properties"]) ? objectType(schema, names, depth) : names.loose;
  }
}

function listType(schema: JsonSchema, names: TypeNames, depth: number): TypeTree {
  const prefix = schema["prefixItems"];
  if (!Array.isArray(prefix) || prefix.length === 0) return { kind: "list", of: typeOfSchema(schema["items"], names, depth + 1) };
  const of = prefix.map((item) => typeOfSchema(item, names, depth + 1));
  return schema["items"] === undefined || schema["items"] === false
    ? { kind: "tuple", of }
    : { kind: "tuple", of, rest: typeOfSchema(schema["items"], names, depth + 1) };
}

function objectType(schema: JsonSchema, names: TypeNames, depth: number): TypeTree {
  const extra = schema["additionalProperties"];
  const properties = isSchema(schema["properties"]) ? schema["properties"] : undefined;
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  const entries = Object.entries(properties ?? {});
  if (entries.length > 0) {
    const members = entries.map(([name, property]): TypeMember => {
      const type = typeOfSchema(property, names, depth + 1);
      return { name, optional: !required.has(name), type, schema: isSchema(property) ? property : {} };
    });
    return { kind: "object", members, open: isSchema(extra) || extra === true };
  }
  const keys = isSchema(schema["propertyNames"]) ? schema["propertyNames"]["enum"] : undefined;
  if (Array.isArray(keys) && keys.every((key) => typeof key === "string")) {
    const type = typeOfSchema(extra, names, depth + 1);
    return { kind: "object", open: false, members: keys.map((name) => ({ name, optional: !required.has(name), type, schema: {} })) };
  }
  if (extra === false || (properties !== undefined && extra === undefined)) return "Record<string, never>";
  const of = extra === undefined && isSchema(schema["patternProperties"]) ? names.loose : typeOfSchema(extra, names, depth + 1);
  return { kind: "record", of: schema["optionalValues"] === true ? unionOf([of, "undefined"]) : of };
}

function constant(value: Json, names: TypeNames): TypeTree {
  if (typeof value === "string") return printString(value);
  if (typeof value === "number") return printNumber(value);
  if (typeof value === "boolean" || value === null) return String(value);
  return names.loose;
}

/** The union of these types, each once, without unions inside; what is loose makes all of it loose. */
export function unionOf(types: readonly TypeTree[]): TypeTree {
  const flat = types.flatMap((type) => (typeof type === "object" && type.kind === "union" ? type.of : [type]));
  if (flat.includes("any")) return "any";
  const distinct = [...new Map(flat.map((type) => [JSON.stringify(type), type])).values()].filter((type) => type !== "never");
  const [first = "never"] = distinct;
  return distinct.length <= 1 ? first : { kind: "union", of: distinct };
}

/** Whether this is an object of JSON, which every schema but `true` and `false` is. */
export function isSchema(value: Json | undefined): value is JsonSchema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
