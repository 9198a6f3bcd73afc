import type { JsonSchema } from "./service-definition.ts";

/** A copy of a schema with `change` applied to each schema right inside it; what only looks like one, in an example or a default, is left. */
export function mapParts(schema: JsonSchema, change: (part: JsonSchema) => JsonSchema): JsonSchema {
  const one = (part: unknown): unknown => (isSchema(part) ? change(part) : part);
  const list = (parts: unknown): unknown => (Array.isArray(parts) ? parts.map(one) : parts);
  const { properties } = schema;
  return {
    ...schema,
    ...(isSchema(properties)
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, one(part)])) }
      : {}),
    ...("items" in schema ? { items: one(schema["items"]) } : {}),
    ...("additionalProperties" in schema ? { additionalProperties: one(schema["additionalProperties"]) } : {}),
    ...("prefixItems" in schema ? { prefixItems: list(schema["prefixItems"]) } : {}),
    ...("anyOf" in schema ? { anyOf: list(schema["anyOf"]) } : {}),
    ...("oneOf" in schema ? { oneOf: list(schema["oneOf"]) } : {}),
    ...("allOf" in schema ? { allOf: list(schema["allOf"]) } : {}),
  };
}

/** The references in a schema, in the order they stand there. */
export function referencesOf(schema: JsonSchema): string[] {
  const found: string[] = [];
  const visit = (part: JsonSchema): JsonSchema => {
    if (typeof part["$ref"] === "string") found.push(part["$ref"]);
    return mapParts(part, visit);
  };
  visit(schema);
  return found;
}

/** The name in `#/schemas/<name>`; an empty text for any other reference. */
export function referredName(reference: string): string {
  return reference.startsWith("#/schemas/") ? reference.slice("#/schemas/".length) : "";
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
