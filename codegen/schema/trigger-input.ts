import type { Json } from "./json.ts";

type JsonObject = { [key: string]: Json };

const stringRecord: JsonObject = { type: "object", additionalProperties: { type: "string" } };
const httpParts = ["body", "query", "headers"] as const;

/**
 * The JSON Schema of a run's whole input, from a trigger's config. For `http`, a schema that declares none of
 * `body`, `query` and `headers` describes the body, and the three are always there. `{}` accepts anything.
 */
export function triggerInputSchema(config: Readonly<Record<string, Json>>): JsonObject {
  const declared = asObject(config["input"]);
  if (config["on"] === "schedule") {
    return { type: "object", properties: { scheduledAt: { type: "string", format: "date-time" } }, required: ["scheduledAt"] };
  }
  if (config["on"] !== "http") return declared ?? {};
  if (!declared) return wrapHttp({ body: {} }, [], {});
  const properties = asObject(declared["properties"]) ?? {};
  if (httpParts.some((part) => Object.hasOwn(properties, part))) {
    const { properties: _, required, ...rest } = declared;
    const names = Array.isArray(required) ? required.filter((name) => typeof name === "string") : [];
    return wrapHttp(properties, names, rest);
  }
  // References such as "#/$defs/Order" start at the root, so the definitions move there.
  const { $schema, $defs, definitions, ...body } = declared;
  const hoisted = Object.entries({ $schema, $defs, definitions }).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return wrapHttp({ body }, [], Object.fromEntries(hoisted));
}

function wrapHttp(properties: JsonObject, required: readonly string[], rest: JsonObject): JsonObject {
  return {
    ...rest,
    type: "object",
    properties: { body: {}, query: stringRecord, headers: stringRecord, ...properties },
    required: [...new Set([...httpParts, ...required])],
  };
}

function asObject(value: Json | undefined): JsonObject | undefined {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;
}
