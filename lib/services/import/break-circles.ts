import type { JsonSchema } from "../service-definition.ts";
import { isObject, listOf, textOf } from "./loose-json.ts";

/**
 * Schemas without those references that TypeScript cannot name: a choice that is a choice of itself, a record of itself. Circles through
 * the fields of an object or the items of a list stay.
 */
export function breakCircles(schemas: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> {
  const broken: Record<string, JsonSchema> = { ...schemas };
  const state = new Map<string, "open" | "done">();
  const visit = (name: string): void => {
    const schema = broken[name];
    if (schema === undefined || state.get(name) === "done") return;
    state.set(name, "open");
    broken[name] = rewrite(schema);
    state.set(name, "done");
  };
  const rewrite = (schema: JsonSchema): JsonSchema => {
    if (typeof schema["$ref"] === "string") {
      const name = textOf(schema["$ref"]).slice("#/schemas/".length);
      if (state.get(name) === "open") return {};
      visit(name);
      return schema;
    }
    const inside = (part: unknown): unknown => (isObject(part) ? rewrite(part) : part);
    const { additionalProperties: extra } = schema;
    return {
      ...schema,
      ...(Array.isArray(schema["anyOf"]) ? { anyOf: listOf(schema["anyOf"]).map(inside) } : {}),
      ...(Array.isArray(schema["allOf"]) ? { allOf: listOf(schema["allOf"]).map(inside) } : {}),
      ...(isObject(extra) && schema["properties"] === undefined ? { additionalProperties: inside(extra) } : {}),
    };
  };
  for (const name of Object.keys(schemas)) visit(name);
  return broken;
}
