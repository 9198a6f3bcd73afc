import { isSchema } from "./schema-parts.ts";
import type { JsonSchema } from "./service-definition.ts";

type Resolve = (schema: JsonSchema) => JsonSchema;

const DEEPEST = 10;

/**
 * A choice between objects as one object with the fields of all, those that not every one of them has optional: of an answer people read
 * fields, and no expression could ask first which of the objects it is. Any other schema is left as it is.
 */
export function mergeChoices(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const choices = choicesOf(schema, resolve, 0);
  const objects = choices.filter((choice) => choice["type"] !== "null");
  if (objects.length < 2) return schema;
  const read = objects.map((choice) => fieldsOf(choice, resolve, 0));
  if (read.some((fields) => fields === undefined)) return schema;
  const all = read.flatMap((fields) => (fields === undefined ? [] : [fields]));
  const names = [...new Set(all.flatMap(({ properties }) => Object.keys(properties)))];
  const properties = names.map((name) => {
    const kinds = all.flatMap((fields) => (Object.hasOwn(fields.properties, name) ? [fields.properties[name] ?? {}] : []));
    const byShape = new Map<string, JsonSchema>();
    for (const kind of kinds) {
      const shape = JSON.stringify(withoutWords(kind));
      if (!byShape.has(shape)) byShape.set(shape, kind);
    }
    const distinct = [...byShape.values()];
    return [name, distinct.length === 1 ? (distinct[0] ?? {}) : { anyOf: distinct }] as const;
  });
  const required = names.filter((name) => all.every((fields) => fields.required.has(name)));
  const { anyOf: _anyOf, oneOf: _oneOf, ...said } = schema;
  const merged = { type: "object", properties: Object.fromEntries(properties), required };
  const extra = all.find((fields) => fields.additional !== undefined)?.additional;
  const open = extra === undefined ? merged : { ...merged, additionalProperties: extra };
  return objects.length === choices.length ? { ...said, ...open } : { ...said, anyOf: [open, { type: "null" }] };
}

interface Fields {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: ReadonlySet<unknown>;
  readonly additional: unknown;
}

/** The choices of a schema, those of its choices among them. */
function choicesOf(schema: JsonSchema, resolve: Resolve, depth: number): JsonSchema[] {
  const choices = schema["anyOf"] ?? schema["oneOf"];
  if (!Array.isArray(choices) || depth > DEEPEST) return [schema];
  return choices.filter(isSchema).flatMap((choice) => choicesOf(resolve(choice), resolve, depth + 1));
}

/** The fields of an object, whatever it is put together from; undefined for anything else. */
function fieldsOf(schema: JsonSchema, resolve: Resolve, depth: number): Fields | undefined {
  if (depth > DEEPEST) return undefined;
  const parts = Array.isArray(schema["allOf"]) ? schema["allOf"].filter(isSchema).map(resolve) : undefined;
  if (parts !== undefined) {
    const read = parts.map((part) => fieldsOf(part, resolve, depth + 1));
    const known = read.flatMap((fields) => (fields === undefined ? [] : [fields]));
    if (known.length < read.length) return undefined;
    return {
      properties: Object.assign({}, ...known.map(({ properties }) => properties)),
      required: new Set(known.flatMap(({ required }) => [...required])),
      additional: known.find(({ additional }) => additional !== undefined)?.additional,
    };
  }
  const { properties, required, additionalProperties: extra } = schema;
  if (!isSchema(properties)) return undefined;
  const fields = Object.entries(properties).map(([name, field]): [string, JsonSchema] => [name, isSchema(field) ? field : {}]);
  return {
    properties: Object.fromEntries(fields),
    required: new Set(Array.isArray(required) ? required : []),
    additional: extra === false ? undefined : extra,
  };
}

function withoutWords({ description: _description, example: _example, ...shape }: JsonSchema): JsonSchema {
  return shape;
}
