/** What a workflow's `trigger` constant says. */
export interface Trigger {
  readonly on: "manual" | "http" | "schedule" | "event";
  /** Whether an `http` caller is kept until the run has ended. Default `sync`. */
  readonly respond?: "sync" | "async";
  /** `none` lets callers in without the key. */
  readonly auth?: "key" | "none";
  readonly cron?: string;
  readonly timezone?: string;
  /** JSON Schema of the input; of an `http` trigger that names none of its parts, of the body. */
  readonly input?: object;
}

type JsonObject = Readonly<Record<string, unknown>>;

const TEXTS = { type: "object", additionalProperties: { type: "string" } };
const PARTS = ["body", "query", "headers"];

/** The JSON Schema of a run's whole input; `{}` accepts anything. */
export function inputSchemaOf({ on, input }: Trigger): object {
  if (on === "schedule")
    return { type: "object", properties: { scheduledAt: { type: "string", format: "date-time" } }, required: ["scheduledAt"] };
  if (on !== "http") return input ?? {};
  if (!input) return wholeRequest({ body: {} }, [], {});
  // JSON Schema is data here.
  const schema = input as JsonObject;
  const properties = (schema["properties"] ?? {}) as JsonObject;
  if (PARTS.some((part) => Object.hasOwn(properties, part))) {
    const { properties: _, required, ...rest } = schema;
    return wholeRequest(properties, Array.isArray(required) ? required : [], rest);
  }
  // References such as "#/$defs/Order" start at the root, so the definitions move there.
  const { $schema, $defs, definitions, ...body } = schema;
  const hoisted = Object.entries({ $schema, $defs, definitions }).filter(([, value]) => value !== undefined);
  return wholeRequest({ body }, [], Object.fromEntries(hoisted));
}

function wholeRequest(properties: JsonObject, required: readonly unknown[], rest: JsonObject): object {
  return {
    ...rest,
    type: "object",
    properties: { body: {}, query: TEXTS, headers: TEXTS, ...properties },
    required: [...new Set([...PARTS, ...required])],
  };
}
