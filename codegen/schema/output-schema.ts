import { z } from "zod";
import type { Catalog, CatalogAction } from "../catalog.ts";
import type { Json } from "./json.ts";

/** A JSON Schema as a document holds it. */
export type JsonSchema = { readonly [key: string]: Json };

/** What is wrong with a schema, and where in it. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  /** A clause without a full stop. */
  readonly problem: string;
}

const types = ["string", "number", "integer", "boolean", "null", "array", "object"];
/** They say nothing about the type, and nothing that a run would check. */
const annotations = new Set(["description", "title", "default", "examples", "format", "$schema"]);
const deepest = 12;

/** Why a schema cannot be a node's `output`: the part of JSON Schema that TypeScript can say is all there is; undefined when it can. */
export function findSchemaProblem(schema: Json, path: readonly (string | number)[] = []): SchemaProblem | undefined {
  if (path.length > 2 * deepest) return { path, problem: "it is nested too deeply" };
  if (!isRecord(schema)) return { path, problem: "expected a JSON Schema, an object" };
  for (const [key, value] of Object.entries(schema)) {
    const problem = findKeyProblem(key, value, schema, [...path, key]);
    if (problem) return problem;
  }
  return undefined;
}

function findKeyProblem(key: string, value: Json, schema: JsonSchema, path: readonly (string | number)[]): SchemaProblem | undefined {
  switch (key) {
    case "type": {
      const named = Array.isArray(value) ? value : [value];
      const wrong = named.find((type) => typeof type !== "string" || !types.includes(type));
      return named.length === 0 || wrong !== undefined
        ? { path, problem: `expected ${types.map((type) => `"${type}"`).join(", ")}` }
        : undefined;
    }
    case "enum":
      if (!Array.isArray(value) || value.length === 0) return { path, problem: "expected a list of values" };
      return value.every(isScalar) ? undefined : { path, problem: "expected texts, numbers, booleans and null" };
    case "const":
      return isScalar(value) ? undefined : { path, problem: "expected a text, a number, a boolean or null" };
    case "anyOf":
      if (!Array.isArray(value) || value.length === 0) return { path, problem: "expected a list of schemas" };
      return firstOf(value.map((option, index) => findSchemaProblem(option, [...path, index])));
    case "items":
      return findSchemaProblem(value, path);
    case "additionalProperties":
      return typeof value === "boolean" ? undefined : findSchemaProblem(value, path);
    case "properties":
      if (!isRecord(value)) return { path, problem: "expected schemas by name" };
      if (Object.hasOwn(value, "__proto__")) return { path, problem: "`__proto__` cannot be read" };
      return firstOf(Object.entries(value).map(([name, property]) => findSchemaProblem(property, [...path, name])));
    case "required": {
      if (!Array.isArray(value)) return { path, problem: "expected a list of names" };
      const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
      const missing = value.find((name) => typeof name !== "string" || !Object.hasOwn(properties, name));
      return missing === undefined ? undefined : { path, problem: `${JSON.stringify(missing)} is not among the properties` };
    }
    default:
      return annotations.has(key) ? undefined : { path, problem: `${JSON.stringify(key)} says what TypeScript cannot` };
  }
}

const parameters = new WeakMap<CatalogAction, boolean>();

/** Whether a node of this kind may say what its data looks like, since only the user can know. */
export function takesOutput(kind: string, catalog: Catalog): boolean {
  if (kind === "code" || kind === "control.waitForEvent") return true;
  const action = catalog.actions.get(kind);
  if (!action) return false;
  let takes = parameters.get(action);
  if (takes === undefined) parameters.set(action, (takes = holdsParameter(outputSchemaOf(action))));
  return takes;
}

/**
 * What a node's data looks like: what the node says, else what the field of its config says in which the action has the shape of its data
 * (`typeParameter: { from: "schema" }`), as far as TypeScript can say it.
 */
export function dataSchemaOf(
  action: CatalogAction,
  said: JsonSchema | undefined,
  config: Readonly<Record<string, Json>>,
): JsonSchema | undefined {
  if (said !== undefined) return said;
  const field = sourceOf(action);
  const given = field !== undefined && Object.hasOwn(config, field) ? config[field] : undefined;
  if (!isRecord(given) || JSON.stringify(given).includes("{{")) return undefined;
  const typed = withoutConstraints(given);
  return isRecord(typed) && findSchemaProblem(typed) === undefined ? typed : undefined;
}

const sources = new WeakMap<CatalogAction, { readonly field: string | undefined }>();

function sourceOf(action: CatalogAction): string | undefined {
  let source = sources.get(action);
  if (!source) sources.set(action, (source = { field: findSource(outputSchemaOf(action)) }));
  return source.field;
}

function findSource(schema: Json): string | undefined {
  if (Array.isArray(schema)) return schema.map(findSource).find((field) => field !== undefined);
  if (!isRecord(schema)) return undefined;
  const { typeParameter } = schema;
  if (isRecord(typeParameter) && typeof typeParameter["from"] === "string") return typeParameter["from"];
  return Object.values(schema)
    .map(findSource)
    .find((field) => field !== undefined);
}

/** What only a run checks, and says nothing about the type. */
const constraints = new Set(
  "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems uniqueItems minProperties maxProperties".split(
    " ",
  ),
);

function withoutConstraints(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutConstraints);
  if (!isRecord(schema)) return schema;
  const kept = Object.entries(schema).flatMap(([key, value]): [string, Json][] => {
    if (constraints.has(key) && !isRecord(value)) return [];
    if (key !== "properties" || !isRecord(value)) return [[key, key === "enum" || key === "required" ? value : withoutConstraints(value)]];
    return [[key, Object.fromEntries(Object.entries(value).map(([name, property]) => [name, withoutConstraints(property)]))]];
  });
  return Object.fromEntries(kept);
}

const outputs = new WeakMap<CatalogAction, JsonSchema>();

/** The output of an action as JSON Schema; the places that only the user can know carry `typeParameter`. */
export function outputSchemaOf(action: CatalogAction): JsonSchema {
  let schema = outputs.get(action);
  if (!schema) {
    // JSON Schema is JSON; zod types it by its own interface.
    schema = z.toJSONSchema(action.output, { unrepresentable: "any" }) as JsonSchema;
    outputs.set(action, schema);
  }
  return schema;
}

/** An output's schema with what the node says in the places that only the user can know. */
export function fillParameter(schema: Json, data: JsonSchema): Json {
  if (Array.isArray(schema)) return schema.map((item) => fillParameter(item, data));
  if (!isRecord(schema)) return schema;
  if (schema["typeParameter"] !== undefined) return { ...data };
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, fillParameter(value, data)]));
}

function holdsParameter(schema: Json): boolean {
  if (Array.isArray(schema)) return schema.some(holdsParameter);
  return isRecord(schema) && (schema["typeParameter"] !== undefined || Object.values(schema).some(holdsParameter));
}

function firstOf(problems: readonly (SchemaProblem | undefined)[]): SchemaProblem | undefined {
  return problems.find((problem) => problem !== undefined);
}

function isScalar(value: Json): boolean {
  return value === null || typeof value !== "object";
}

function isRecord(value: Json | undefined): value is JsonSchema {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
