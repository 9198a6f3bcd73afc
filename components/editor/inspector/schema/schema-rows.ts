import type { Json } from "../../../../codegen/schema/json.ts";

/** A JSON Schema as a document holds it. */
export type JsonSchema = { readonly [key: string]: Json };

/** What the table calls a type; `other` is what it cannot show and leaves as it is. */
export type RowType = "any" | "string" | "number" | "integer" | "boolean" | "object" | "array" | "other";

/** One field of an object schema. */
export interface SchemaRow {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

const annotations = new Set(["description", "title", "examples", "default"]);

/** What a schema is in the table's words. */
export function typeOfSchema(schema: JsonSchema): RowType {
  const { type } = schema;
  if (type === undefined) return Object.keys(schema).every((key) => annotations.has(key)) ? "any" : "other";
  if (Object.hasOwn(schema, "enum") || Object.hasOwn(schema, "const") || Object.hasOwn(schema, "anyOf")) return "other";
  switch (type) {
    case "string":
    case "number":
    case "integer":
    case "boolean":
    case "object":
    case "array":
      return type;
    default:
      return "other";
  }
}

/** The fields of an object schema in their order. */
export function rowsOf(schema: JsonSchema): readonly SchemaRow[] {
  const properties = isSchema(schema["properties"]) ? schema["properties"] : {};
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    required: required.has(name),
    schema: isSchema(property) ? property : {},
  }));
}

/** The schema with these fields in place of its own; whatever else it says stays. */
export function withRows(schema: JsonSchema, rows: readonly SchemaRow[]): JsonSchema {
  const { properties: _, required: __, ...rest } = schema;
  const required = rows.filter((row) => row.required).map(({ name }) => name);
  if (rows.length === 0 && Object.keys(rest).every((key) => key === "type" || key === "additionalProperties")) return { type: "object" };
  return {
    ...rest,
    type: "object",
    properties: Object.fromEntries(rows.map((row) => [row.name, { ...row.schema }])),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** A schema of another type, with the words it had. */
export function withType(schema: JsonSchema, type: RowType): JsonSchema {
  if (type === "other" || type === typeOfSchema(schema)) return schema;
  const words = Object.fromEntries(Object.entries(schema).filter(([key]) => key === "description" || key === "title"));
  switch (type) {
    case "any":
      return words;
    case "object":
      return { type, properties: {}, ...words };
    case "array":
      return { type, items: { type: "string" }, ...words };
    default:
      return { type, ...words };
  }
}

/** A schema with a description, or without an empty one. */
export function withDescription(schema: JsonSchema, description: string): JsonSchema {
  const { description: _, ...rest } = schema;
  return description === "" ? rest : { ...rest, description };
}

/** What a new field is called. */
export function freshField(rows: readonly SchemaRow[]): string {
  for (let number = rows.length + 1; ; number++) if (!rows.some(({ name }) => name === `field${number}`)) return `field${number}`;
}

export function isSchema(value: Json | undefined): value is { [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
