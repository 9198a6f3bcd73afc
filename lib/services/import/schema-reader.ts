import type { JsonSchema } from "../service-definition.ts";
import type { JsonObject } from "./loose-json.ts";
import { isObject, listOf, objectOf, ownOf, textOf } from "./loose-json.ts";
import { mergeParts } from "./merge-parts.ts";
import { NameGiver, pascalCase } from "./names.ts";
import type { OpenApiDocument } from "./open-api-document.ts";
import { plainText } from "./plain-text.ts";
import { Subtypes } from "./subtypes.ts";

const DEEPEST = 40;
const DEEPEST_MERGE = 3;
/** Ten times what GitHub's description holds; a document that leads to more is read no further. */
const MOST_SCHEMAS = 1_000_000;
const LONGEST_ENUM = 300;
const LONGEST_EXAMPLE = 500;
const TYPES: Readonly<Record<string, string>> = {
  file: "string",
  date: "string",
  int: "integer",
  long: "integer",
  float: "number",
  double: "number",
};
const KNOWN_TYPES = new Set(["string", "number", "integer", "boolean", "null", "array", "object"]);
const LIMITS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

/**
 * Reads the schemas of a document into the few words that a service's definition uses: `type`, `properties`, `required`,
 * `additionalProperties`, `items`, `enum`, `anyOf`, `allOf`, `$ref`, some limits and what is said for people. What is named in the
 * document is named in the definition, so that a schema may hold itself.
 */
export class SchemaReader {
  readonly #document: OpenApiDocument;
  readonly #subtypes: Subtypes;
  readonly #names = new NameGiver();
  readonly #byPointer = new Map<string, string>();
  readonly #waiting: [string, unknown][] = [];
  readonly #schemas: Record<string, JsonSchema> = {};
  /** Parts of the objects that are being put together. */
  readonly #merging = new Set<unknown>();
  #mergeDepth = 0;
  #left = MOST_SCHEMAS;

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#subtypes = new Subtypes(document);
  }

  /** The schemas that those read so far refer to, by name. */
  takeSchemas(): Readonly<Record<string, JsonSchema>> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const [name, schema] = next;
      this.#schemas[name] = this.#readNamed(schema);
    }
    return this.#schemas;
  }

  read(schema: unknown, depth = 0): JsonSchema {
    if (!isObject(schema) || depth > DEEPEST || this.#left-- <= 0) return {};
    const read = this.#readCore(schema, depth);
    const said = { ...read, ...annotations(schema) };
    return isNullable(schema) && !acceptsNull(read) ? { anyOf: [read, { type: "null" }], ...annotations(schema) } : said;
  }

  /** An object as one list of fields, whatever it is put together from; undefined for anything else, such as a choice between objects. */
  readObject(schema: unknown): JsonSchema | undefined {
    if (this.#subtypes.of(this.#document.resolve(schema)).length > 0) return undefined;
    const merged = mergeParts(schema, (value) => this.#document.resolve(value));
    if (merged === undefined || merged.rest.length > 0) return undefined;
    const whole = this.#readType(merged.object, 0);
    return isObject(whole["properties"]) ? whole : undefined;
  }

  /** A base type stands for itself and all that are put together from it. */
  #readNamed(schema: unknown): JsonSchema {
    const subtypes = this.#subtypes.of(schema);
    if (!isObject(schema) || subtypes.length === 0) return this.read(schema);
    const { discriminator, ...own } = schema;
    return this.#readChoices({ discriminator }, [own, ...subtypes], 0);
  }

  #readCore(schema: JsonObject, depth: number): JsonSchema {
    if (typeof schema["$ref"] === "string") return this.#readReference(schema["$ref"], schema, depth);
    const choices = choicesOf(schema);
    if (listOf(schema["allOf"]).length > 0 || (choices.length > 0 && isObject(schema["properties"]))) {
      return this.#readParts(schema, depth);
    }
    if (choices.length > 0) return this.#readChoices(schema, choices, depth);
    return this.#readType(schema, depth);
  }

  #readReference(reference: string, schema: JsonObject, depth: number): JsonSchema {
    const target = this.#document.resolve(schema);
    if (!isObject(target)) return {};
    if (isScalar(target)) return this.read(target, depth + 1);
    let name = this.#byPointer.get(reference);
    if (name === undefined) {
      name = this.#names.give(pascalCase(reference.split("/").at(-1) ?? "") || "Part");
      this.#byPointer.set(reference, name);
      this.#waiting.push([name, target]);
    }
    return { $ref: `#/schemas/${name}` };
  }

  #readParts(schema: JsonObject, depth: number): JsonSchema {
    const shapes = listOf(schema["allOf"]).filter((part) => isObject(part) && saysShape(part));
    const [only] = shapes;
    const ownShape = ["properties", "anyOf", "oneOf", "additionalProperties"].some((key) => key in schema);
    // The way to say something about a reference in OpenAPI 3.0.
    if (shapes.length === 1 && !ownShape)
      return { ...this.read(only, depth + 1), ...Object.assign({}, ...listOf(schema["allOf"]).map(saidBy)) };
    const parts = shapes.map((part) => this.#document.resolve(part));
    // What is put together from itself, or inside one another many times, is not spelt out again and again.
    const isInside = this.#mergeDepth >= DEEPEST_MERGE || parts.some((part) => this.#merging.has(part));
    const merged = isInside ? undefined : mergeParts(schema, (value) => this.#document.resolve(value));
    if (merged === undefined) {
      const read = shapes.map((part) => this.read(part, depth + 1)).filter((part) => Object.keys(part).length > 0);
      const [first = {}] = read;
      return read.length <= 1 ? first : { allOf: read };
    }
    for (const part of parts) this.#merging.add(part);
    this.#mergeDepth++;
    const rest = merged.rest.map((part) => this.read(part, depth + 1)).filter((part) => Object.keys(part).length > 0);
    const own = this.#readType(merged.object, depth);
    this.#mergeDepth--;
    for (const part of parts) this.#merging.delete(part);
    return rest.length === 0 ? own : { allOf: [own, ...rest] };
  }

  #readChoices(schema: JsonObject, choices: readonly unknown[], depth: number): JsonSchema {
    const tag = discriminatorOf(schema);
    const read = choices.map((choice) => {
      const option = this.read(choice, depth + 1);
      const value = tag?.valueOf(choice);
      if (tag === undefined || value === undefined || this.#fixes(choice, tag.property)) return option;
      return { allOf: [option, { type: "object", properties: { [tag.property]: { const: value } }, required: [tag.property] }] };
    });
    const distinct = [...new Map(read.map((option) => [JSON.stringify(option), option])).values()];
    const [first = {}] = distinct;
    if (distinct.some((option) => Object.keys(option).length === 0)) return {};
    return distinct.length === 1 ? first : { anyOf: distinct };
  }

  /** Whether one of the choices says itself which value of the discriminator is its own. */
  #fixes(choice: unknown, property: string): boolean {
    const field = objectOf(this.#document.resolve(ownOf(objectOf(this.#document.resolve(choice))["properties"], property)));
    return "const" in field || "enum" in field;
  }

  #readType(schema: JsonObject, depth: number): JsonSchema {
    if ("const" in schema) return isJsonScalar(schema["const"]) ? { const: schema["const"] } : {};
    const types = typesOf(schema);
    const values = listOf(schema["enum"]);
    if (values.length > 0 && values.length <= LONGEST_ENUM && values.every(isJsonScalar)) {
      return { enum: [...new Set(types.includes("null") ? [...values, null] : values)] };
    }
    const inside = { ...this.#readFields(schema, types, depth), ...this.#readItems(schema, types, depth), ...limitsOf(schema) };
    if (types.length === 0) return inside;
    return { type: types.length === 1 ? types[0] : types, ...inside };
  }

  #readFields(schema: JsonObject, types: readonly string[], depth: number): JsonSchema {
    if (!types.includes("object")) return {};
    const fields = Object.entries(objectOf(schema["properties"])).filter(([name]) => name !== "__proto__" && name !== "");
    const properties = Object.fromEntries(fields.map(([name, field]) => [name, this.read(field, depth + 1)]));
    const required = listOf(schema["required"]).filter((name) => typeof name === "string" && Object.hasOwn(properties, name));
    const extra = schema["additionalProperties"] ?? (isObject(schema["patternProperties"]) ? true : undefined);
    const additional = isObject(extra) ? this.read(extra, depth + 1) : extra === true ? true : undefined;
    return {
      ...(fields.length === 0 ? {} : { properties }),
      ...(required.length === 0 ? {} : { required: [...new Set(required)] }),
      ...(additional === undefined ? {} : { additionalProperties: additional }),
    };
  }

  #readItems(schema: JsonObject, types: readonly string[], depth: number): JsonSchema {
    if (!types.includes("array")) return {};
    const prefix = listOf(schema["prefixItems"]);
    if (prefix.length === 0) return { items: this.read(schema["items"], depth + 1) };
    const choices = [...prefix, ...(isObject(schema["items"]) ? [schema["items"]] : [])];
    return { items: this.read({ anyOf: choices }, depth + 1) };
  }
}

/** The choices of `anyOf` and `oneOf`; none where they only say which fields go together, which TypeScript does not hold. */
function choicesOf(schema: JsonObject): readonly unknown[] {
  const choices = [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])].filter(isObject);
  return choices.some(saysShape) ? choices : [];
}

const NO_SHAPE = new Set([
  "required",
  "not",
  "title",
  "description",
  "default",
  "example",
  "examples",
  "nullable",
  "readOnly",
  "writeOnly",
  "deprecated",
  "xml",
]);

/** Whether a part says what a value looks like, and not only something about it. */
function saysShape(part: JsonObject): boolean {
  return Object.keys(part).some((key) => !NO_SHAPE.has(key) && !key.startsWith("x-"));
}

function saidBy(part: unknown): JsonSchema {
  return isObject(part) && part["$ref"] === undefined ? annotations(part) : {};
}

function typesOf(schema: JsonObject): string[] {
  const given = Array.isArray(schema["type"]) ? schema["type"] : [schema["type"]];
  const types = given.map((type) => TYPES[textOf(type)] ?? textOf(type)).filter((type) => KNOWN_TYPES.has(type));
  if (types.length > 0) return [...new Set(isNullable(schema) ? [...types, "null"] : types)];
  if (isObject(schema["properties"]) || isObject(schema["additionalProperties"])) return ["object"];
  return isObject(schema["items"]) ? ["array"] : [];
}

function discriminatorOf(schema: JsonObject): { property: string; valueOf(choice: unknown): string | undefined } | undefined {
  const discriminator = objectOf(schema["discriminator"]);
  const property = textOf(discriminator["propertyName"]);
  const mapping = Object.entries(objectOf(discriminator["mapping"]));
  if (property === "" || property === "__proto__" || mapping.length === 0) return undefined;
  return {
    property,
    valueOf(choice) {
      const reference = textOf(ownOf(choice, "$ref"));
      const found = mapping.filter(([, target]) => target === reference || `#/components/schemas/${textOf(target)}` === reference);
      return found.length === 1 ? found[0]?.[0] : undefined;
    },
  };
}

function annotations(schema: JsonObject): JsonSchema {
  const description = plainText(textOf(schema["description"]), 300);
  const example = schema["example"] ?? listOf(schema["examples"])[0];
  return {
    ...(description === "" ? {} : { description }),
    ...(typeof schema["format"] === "string" && schema["format"] !== "" ? { format: schema["format"].slice(0, 50) } : {}),
    ...(isJsonScalar(schema["default"]) && schema["default"] !== null ? { default: schema["default"] } : {}),
    ...(example === undefined || example === null || isLong(example) ? {} : { example }),
    ...(schema["readOnly"] === true ? { readOnly: true } : {}),
    ...(schema["writeOnly"] === true ? { writeOnly: true } : {}),
    ...(schema["deprecated"] === true ? { deprecated: true } : {}),
  };
}

function limitsOf(schema: JsonObject): JsonSchema {
  return Object.fromEntries(LIMITS.flatMap((limit) => (Number.isFinite(schema[limit]) ? [[limit, schema[limit]]] : [])));
}

function isScalar(schema: JsonObject): boolean {
  const types = typesOf(schema);
  const isPlain = types.length > 0 && !types.includes("object") && !types.includes("array");
  return isPlain && ["anyOf", "oneOf", "allOf", "$ref"].every((key) => !(key in schema)) && listOf(schema["enum"]).length <= 20;
}

function acceptsNull(schema: JsonSchema): boolean {
  const { type } = schema;
  return (
    type === "null" ||
    (Array.isArray(type) && type.includes("null")) ||
    listOf(schema["enum"]).includes(null) ||
    listOf(schema["anyOf"]).some((option) => isObject(option) && acceptsNull(option))
  );
}

function isJsonScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

/** OpenAPI 3.0, and what people wrote before it, say this apart from the type. */
function isNullable(schema: JsonObject): boolean {
  return schema["nullable"] === true || schema["x-nullable"] === true;
}

function isLong(value: unknown): boolean {
  return (JSON.stringify(value) ?? "").length > LONGEST_EXAMPLE;
}
