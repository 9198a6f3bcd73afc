import type { Json } from "../../codegen/schema/json.ts";
import type { TriggerConfig } from "./trigger-config.ts";

type JsonObject = { readonly [key: string]: Json };
const MAX_DEPTH = 6;

/** A body that a trigger's schema suggests, to show a person how to call it; undefined when the schema says nothing. */
export function samplePayload(config: TriggerConfig): Json | undefined {
  const schema = config.input;
  if (!schema) return undefined;
  const properties = asObject(schema["properties"]);
  const isWholeInput = config.on === "http" && ["body", "query", "headers"].some((part) => Object.hasOwn(properties, part));
  return isWholeInput ? sample(properties["body"], 0) : sample(schema, 0);
}

/** A value that a JSON Schema describes, of its examples where it has them; undefined when it says nothing. */
export function sampleOf(schema: Json): Json | undefined {
  return sample(schema, 0);
}

function sample(value: Json | undefined, depth: number): Json | undefined {
  const schema = asObject(value);
  const { examples, default: fallback, enum: choices } = schema;
  if (Array.isArray(examples) && examples[0] !== undefined) return examples[0];
  if (schema["const"] !== undefined) return schema["const"];
  if (fallback !== undefined) return fallback;
  if (Array.isArray(choices) && choices[0] !== undefined) return choices[0];
  if (depth > MAX_DEPTH) return undefined;
  const type = Array.isArray(schema["type"]) ? schema["type"][0] : schema["type"];
  if (type === "object" || schema["properties"] !== undefined) return sampleObject(asObject(schema["properties"]), depth);
  if (type === "array") return [sample(schema["items"], depth + 1) ?? null];
  if (type === "string") return typeof schema["format"] === "string" ? (SAMPLE_TEXTS[schema["format"]] ?? "text") : "text";
  if (type === "integer" || type === "number") return Math.max(1, typeof schema["minimum"] === "number" ? schema["minimum"] : 1);
  return type === "boolean" ? true : undefined;
}

const SAMPLE_TEXTS: Readonly<Record<string, string>> = {
  date: "2026-01-31",
  "date-time": "2026-01-31T12:00:00Z",
  email: "ada@example.com",
  uri: "https://example.com",
  uuid: "3f1c9a52-6f4e-4c39-9a43-0d8f6f2f7d11",
};

function sampleObject(properties: JsonObject, depth: number): Json {
  const entries = Object.entries(properties).map(([name, schema]): [string, Json | undefined] => [name, sample(schema, depth + 1)]);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function asObject(value: Json | undefined): JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}
