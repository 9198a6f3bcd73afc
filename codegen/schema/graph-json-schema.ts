import { z } from "zod";
import type { Json } from "./json.ts";
import { graphSchema } from "./graph.ts";
import { builtInKinds } from "./node-configs.ts";

type JsonObject = { [key: string]: Json };

/** The JSON Schema (draft 2020-12) of a graph document; a node's config is described for every built-in kind. */
export function graphJsonSchema(): JsonObject {
  const document = toJson(graphSchema);
  const properties = asObject(document["properties"]);
  const nodes = asObject(properties["nodes"]);
  const kinds = [...builtInKinds].map(([kind, facts]): Json => {
    const { $schema: _, ...config } = toJson(facts.config);
    return {
      if: { properties: { kind: { const: kind } }, required: ["kind"] },
      // The config may hold expressions anywhere, so the shapes are what an editor may suggest, not what it may refuse.
      then: { properties: { config: { description: `The config of \`${kind}\`; any value may be a {{ }} expression.`, examples: [], "x-shape": config } } },
    };
  });
  const described = { ...nodes, items: { ...asObject(nodes["items"]), allOf: kinds } };
  return { ...document, title: "Weft workflow", properties: { ...properties, nodes: described } };
}

function toJson(schema: z.ZodType): JsonObject {
  // A JSON Schema is JSON; the round trip drops what zod keeps beside it.
  return JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }))) as JsonObject;
}

function asObject(value: Json | undefined): JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}
