import { z } from "zod";
import { mergeChoices } from "./merge-choices.ts";
import { isSchema, mapParts, referencesOf, referredName } from "./schema-parts.ts";
import type { ActionDefinition, JsonSchema, ServiceDefinition } from "./service-definition.ts";

/**
 * How many named schemas the types of one side of an action may name. Everything in Stripe leads to everything else; the nearest say what
 * is read, and what lies beyond them is loose.
 */
const MOST_NAMED = 120;

/** The schema of an action's input or output by itself, with what it refers to in `$defs`. Objects whose fields are known are closed. */
export function schemaOf(service: Pick<ServiceDefinition, "schemas">, action: ActionDefinition, side: "input" | "output"): JsonSchema {
  const resolve = (schema: JsonSchema): JsonSchema => service.schemas[referredName(String(schema["$ref"] ?? ""))] ?? schema;
  const see = (schema: JsonSchema): JsonSchema => project(side === "output" ? readable(schema, resolve, 0) : schema, side);
  const root = see(side === "input" ? withoutPlaces(action.input) : (action.output ?? {}));
  const definitions = new Map<string, JsonSchema>();
  const waiting = referencesOf(root);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const name = referredName(next);
    const schema = service.schemas[name];
    if (schema === undefined || definitions.has(name) || definitions.size >= MOST_NAMED) continue;
    const projected = see(schema);
    definitions.set(name, projected);
    waiting.push(...referencesOf(projected));
  }
  const within = (part: JsonSchema): JsonSchema => {
    if (typeof part["$ref"] !== "string") return mapParts(part, within);
    const { $ref, ...said } = part;
    const name = referredName(String($ref));
    return definitions.has(name) ? { $ref: `#/$defs/${name}`, ...said } : said;
  };
  const whole = within(root);
  if (definitions.size === 0) return whole;
  return { ...whole, $defs: Object.fromEntries([...definitions].map(([name, schema]) => [name, within(schema)])) };
}

/** How often what was merged is merged inside again: choices may hold themselves. */
const DEEPEST_MERGE = 2;

/** An output whose choices between objects are one object each. */
function readable(schema: JsonSchema, resolve: (schema: JsonSchema) => JsonSchema, depth: number): JsonSchema {
  const merged = depth > DEEPEST_MERGE ? schema : mergeChoices(schema, resolve);
  return mapParts(merged, (part) => readable(part, resolve, merged === schema ? depth : depth + 1));
}

/** Zod's view of such a schema, which gives this very schema back as its JSON Schema. References are followed when they are met. */
export function zodOf(schema: JsonSchema): z.ZodType {
  const definitions = isSchema(schema["$defs"]) ? schema["$defs"] : {};
  const made = new Map<string, z.ZodType>();
  const context: ZodContext = {
    named(name) {
      const known = made.get(name);
      if (known) return known;
      const lazy = z.lazy(() => {
        const target = definitions[name];
        return isSchema(target) ? toZod(target, context) : z.any();
      });
      made.set(name, lazy);
      return lazy;
    },
  };
  const plain = toPlainZod(schema, context);
  // One that was made from another would be asked about that one too.
  const zod = plain._zod.parent === undefined ? plain : z.lazy(() => plain);
  // Zod asks this method first; what it would make of its own objects has lost the names.
  zod._zod.toJSONSchema = () => ({ ...schema });
  return zod;
}

interface ZodContext {
  named(name: string): z.ZodType;
}

function toZod(schema: JsonSchema, context: ZodContext): z.ZodType {
  const plain = toPlainZod(schema, context);
  const { label, help, example } = schema;
  const meta = {
    ...(typeof label === "string" ? { label } : {}),
    ...(typeof help === "string" ? { help } : {}),
    ...(example === undefined ? {} : { example }),
    ...(schema["multiline"] === true ? { multiline: true } : {}),
    ...(schema["format"] === "password" ? { secret: true } : {}),
  };
  return Object.keys(meta).length === 0 ? plain : plain.meta(meta);
}

function toPlainZod(schema: JsonSchema, context: ZodContext): z.ZodType {
  if (typeof schema["$ref"] === "string") return context.named(schema["$ref"].slice("#/$defs/".length));
  if ("const" in schema) return z.literal(literal(schema["const"]));
  if (Array.isArray(schema["enum"]) && schema["enum"].length > 0) return z.literal(schema["enum"].map(literal));
  const inside = (part: unknown): z.ZodType => (isSchema(part) ? toZod(part, context) : z.any());
  const choices = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(choices) && choices.length > 0) return z.union(choices.map(inside));
  if (Array.isArray(schema["allOf"]) && schema["allOf"].length > 0) {
    return schema["allOf"].map((part) => toOpenZod(part, context)).reduce((left, right) => z.intersection(left, right));
  }
  const types = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
  const [first, ...others] = types.map((type) => ofType(type, schema, context));
  return first === undefined || others.length === 0 ? (first ?? z.any()) : z.union([first, ...others]);
}

/** A part of an intersection knows only its own fields, so it must let the others pass. */
function toOpenZod(part: unknown, context: ZodContext): z.ZodType {
  if (!isSchema(part)) return z.any();
  return isSchema(part["properties"]) ? toZod({ ...part, additionalProperties: true }, context) : z.any();
}

function ofType(type: unknown, schema: JsonSchema, context: ZodContext): z.ZodType {
  switch (type) {
    case "string":
      return limit(z.string(), schema["minLength"], schema["maxLength"]);
    case "number":
      return range(z.number(), schema);
    case "integer":
      return range(z.int(), schema);
    case "boolean":
      return z.boolean();
    case "null":
      return z.null();
    case "array":
      return limit(z.array(isSchema(schema["items"]) ? toZod(schema["items"], context) : z.any()), schema["minItems"], schema["maxItems"]);
    case "object":
      return ofObject(schema, context);
    default:
      return z.any();
  }
}

function ofObject(schema: JsonSchema, context: ZodContext): z.ZodType {
  const extra = schema["additionalProperties"];
  const rest = isSchema(extra) ? toZod(extra, context) : z.any();
  if (!isSchema(schema["properties"])) return z.record(z.string(), rest);
  const required = new Set(Array.isArray(schema["required"]) ? schema["required"] : []);
  const shape = Object.fromEntries(
    Object.entries(schema["properties"]).map(([name, part]) => {
      const field = isSchema(part) ? toZod(part, context) : z.any();
      return [name, required.has(name) ? field : withMetaOf(field, field.optional())];
    }),
  );
  return isSchema(extra) || extra === true ? z.object(shape).catchall(rest) : z.strictObject(shape);
}

function withMetaOf(field: z.ZodType, optional: z.ZodType): z.ZodType {
  const meta = field.meta();
  return meta === undefined ? optional : optional.meta(meta);
}

type Limited = z.ZodType & { min(limit: number): Limited; max(limit: number): Limited };

function limit(zod: Limited, least: unknown, most: unknown): z.ZodType {
  const from = typeof least === "number" && least > 0 ? zod.min(least) : zod;
  return typeof most === "number" ? from.max(most) : from;
}

function range(zod: Limited, schema: JsonSchema): z.ZodType {
  const { minimum, maximum } = schema;
  const from = typeof minimum === "number" ? zod.min(minimum) : zod;
  return typeof maximum === "number" ? from.max(maximum) : from;
}

function literal(value: unknown): string | number | boolean | null {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

/** What one side of an action sees: an input has no read-only fields, an output no write-only ones. */
function project(schema: JsonSchema, side: "input" | "output"): JsonSchema {
  const hidden = side === "input" ? "readOnly" : "writeOnly";
  const whole = mapParts(schema, (part) => project(part, side));
  const { readOnly: _readOnly, writeOnly: _writeOnly, ...rest } = whole;
  if (!isSchema(rest["properties"])) return rest;
  const properties = Object.fromEntries(Object.entries(rest["properties"]).filter(([name]) => !isHidden(schema, name, hidden)));
  const required = Array.isArray(rest["required"]) ? rest["required"].filter((name) => Object.hasOwn(properties, String(name))) : [];
  const isOpen = rest["additionalProperties"] === true || isSchema(rest["additionalProperties"]);
  return { ...rest, properties, required, ...(isOpen ? {} : { additionalProperties: false }) };
}

function isHidden(schema: JsonSchema, name: string, hidden: "readOnly" | "writeOnly"): boolean {
  const field = isSchema(schema["properties"]) ? schema["properties"][name] : undefined;
  return isSchema(field) && field[hidden] === true;
}

function withoutPlaces(input: ActionDefinition["input"]): JsonSchema {
  const properties = Object.entries(input.properties).map(([name, field]) => {
    const { "x-in": _place, "x-name": _name, "x-style": _style, ...schema } = field;
    return [name, schema] as const;
  });
  return { ...input, properties: Object.fromEntries(properties) };
}
