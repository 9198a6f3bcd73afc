import type { Loose } from "../kit/loose.ts";

/** Whether a provider would take the schema in its strict mode: every object is closed and needs all its fields. */
export function isStrictSchema(schema: Loose): boolean {
  if (typeof schema !== "object" || schema === null) return true;
  if (Array.isArray(schema)) return schema.every(isStrictSchema);
  const { properties } = schema;
  if (properties !== undefined || schema.type === "object") {
    const required = new Set<string>(schema.required);
    if (schema.additionalProperties !== false) return false;
    if (!Object.keys(properties ?? {}).every((name) => required.has(name))) return false;
  }
  const inner = ["items", "anyOf", "oneOf", "allOf", "not"].map((keyword) => schema[keyword]);
  const named = [properties, schema.$defs, schema.definitions].flatMap((map) => Object.values(map ?? {}));
  return [...inner, ...named].every(isStrictSchema);
}
