import { z } from "zod";
import type { Json } from "./json.ts";
import { graphSchema } from "./graph.ts";
import { builtInConfigs } from "./node-configs.ts";

type JsonObject = { [key: string]: Json };

/**
 * The JSON Schema (draft 2020-12) of a graph document. `$defs/configs` describes the config of every built-in kind, as an editor may
 * suggest it: any value in a config may be a `{{ }}` expression instead.
 */
export function graphJsonSchema(): JsonObject {
  const document = toJson(graphSchema);
  const configs = [...builtInConfigs].map(([kind, schema]): [string, Json] => {
    const { $schema: _, ...config } = toJson(schema);
    return [kind, config];
  });
  return { ...document, title: "Weft workflow", $defs: { ...asObject(document["$defs"]), configs: Object.fromEntries(configs) } };
}

function toJson(schema: z.ZodType): JsonObject {
  // A JSON Schema is JSON; the round trip drops what zod keeps beside it.
  return JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }))) as JsonObject;
}

function asObject(value: Json | undefined): JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}
