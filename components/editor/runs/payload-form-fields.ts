import type { JsonPath } from "../../json/json-path.ts";
import { isContainer, valueAt } from "../../json/json-path.ts";

/** One field of the form that a trigger's schema becomes. */
export interface PayloadField {
  readonly path: JsonPath;
  readonly label: string;
  readonly help: string | undefined;
  readonly required: boolean;
  /** `json` for lists and whatever else a form cannot say. */
  readonly input: "text" | "longText" | "number" | "integer" | "boolean" | "choice" | "json" | "date" | "dateTime" | "email" | "url";
  /** Of a choice. */
  readonly options: readonly (string | number)[];
  readonly placeholder: string | undefined;
}

/** Objects in objects become fields as long as they are not deeper than this. */
const DEEPEST = 3;

/** The fields of a JSON Schema for an object; undefined where there is nothing to make a form of. */
export function payloadFields(schema: unknown): readonly PayloadField[] | undefined {
  if (!isObject(schema) || !isObject(schema["properties"])) return undefined;
  const fields = objectFields(schema, []);
  return fields.length === 0 ? undefined : fields;
}

function objectFields(schema: Readonly<Record<string, unknown>>, path: JsonPath): PayloadField[] {
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  return Object.entries(properties).flatMap(([name, property]) => {
    const at = [...path, name];
    const described = isObject(property) ? property : {};
    if (typeOf(described) === "object" && isObject(described["properties"]) && at.length < DEEPEST) return objectFields(described, at);
    return [fieldOf(described, at, required.has(name))];
  });
}

function fieldOf(schema: Readonly<Record<string, unknown>>, path: JsonPath, required: boolean): PayloadField {
  const { title, description, examples, enum: choices, default: preset } = schema;
  const options = Array.isArray(choices) ? choices.filter((option) => typeof option === "string" || typeof option === "number") : [];
  const example: unknown = Array.isArray(examples) ? examples[0] : preset;
  return {
    path,
    label: typeof title === "string" ? title : path.join("."),
    help: typeof description === "string" ? description : undefined,
    required,
    input: options.length > 0 ? "choice" : inputOf(schema),
    options,
    placeholder: typeof example === "string" || typeof example === "number" ? String(example) : undefined,
  };
}

const FORMATS: Readonly<Record<string, PayloadField["input"]>> = {
  date: "date",
  "date-time": "dateTime",
  email: "email",
  uri: "url",
  url: "url",
};

function inputOf(schema: Readonly<Record<string, unknown>>): PayloadField["input"] {
  const { format, maxLength } = schema;
  switch (typeOf(schema)) {
    case "string":
      if (typeof format === "string" && FORMATS[format] !== undefined) return FORMATS[format];
      return typeof maxLength === "number" && maxLength > 200 ? "longText" : "text";
    case "number":
      return "number";
    case "integer":
      return "integer";
    case "boolean":
      return "boolean";
    default:
      return "json";
  }
}

/** The type that is not null, of one or of a list. */
function typeOf({ type }: Readonly<Record<string, unknown>>): unknown {
  return Array.isArray(type) ? type.find((candidate) => candidate !== "null") : type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return isContainer(value) && !Array.isArray(value);
}

/** A payload with one value put in place; `undefined` takes it away. Objects on the way are made. */
export function putValue(payload: unknown, path: JsonPath, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const next: Record<string, unknown> = isObject(payload) ? { ...payload } : {};
  const inner = rest.length === 0 ? value : putValue(valueAt(payload, [key]), rest, value);
  if (inner === undefined) delete next[key];
  else next[key] = inner;
  return next;
}
