import type { Json } from "../../../../codegen/schema/json.ts";

/** A JSON Schema with the hints of a form on its fields, as `actionSchema` and the API give it. */
export type FormSchema = Readonly<Record<string, unknown>>;

/** One field of a form: its name in the object around it, what people read of it, and what it holds. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly example: unknown;
  /** What the service takes when nothing is given. */
  readonly fallback: unknown;
  readonly required: boolean;
  readonly shownWhen: { readonly field: string; readonly is: readonly unknown[] } | undefined;
  readonly shape: FormShape;
}

/** What a field holds, and so how it is edited. Every one may hold an expression instead. */
export type FormShape =
  | {
      readonly kind: "text";
      readonly multiline: boolean;
      readonly code: string | undefined;
      readonly secret: boolean;
      /** The choices are loaded from the service. */
      readonly live: boolean;
      readonly minLength: number | undefined;
      readonly maxLength: number | undefined;
      readonly pattern: string | undefined;
    }
  | { readonly kind: "number"; readonly whole: boolean; readonly min: number | undefined; readonly max: number | undefined }
  | { readonly kind: "flag" }
  | { readonly kind: "nothing" }
  | { readonly kind: "choice"; readonly choices: readonly Json[] }
  | {
      readonly kind: "list";
      readonly item: FormShape;
      readonly live: boolean;
      readonly code: string | undefined;
      readonly min: number | undefined;
      readonly max: number | undefined;
    }
  | { readonly kind: "object"; readonly fields: readonly FormField[]; readonly rest: FormShape | undefined }
  | { readonly kind: "record"; readonly value: FormShape; readonly code: string | undefined }
  | { readonly kind: "union"; readonly live: boolean; readonly variants: readonly { readonly label: string; readonly shape: FormShape }[] }
  /** Any value; `view`: as text, or as JSON. */
  | { readonly kind: "json"; readonly multiline: boolean; readonly view?: "text" | "json" }
  /** A bare expression: a condition. */
  | { readonly kind: "expression" };

/** How deep a schema that names itself is unfolded; deeper is free JSON. */
const DEEPEST = 6;

/** The form of an object schema: its fields in their order. Other schemas have no fields. */
export function describeForm(schema: FormSchema): readonly FormField[] {
  const shape = shapeOf(schema, { root: schema, depth: 0 });
  return shape.kind === "object" ? shape.fields : [];
}

interface Place {
  readonly root: FormSchema;
  readonly depth: number;
}

function shapeOf(given: FormSchema, place: Place): FormShape {
  const at = { ...place, depth: place.depth + 1 };
  const schema = resolve(given, at);
  if (at.depth > DEEPEST * 2) return { kind: "json", multiline: true };
  const live = isRecord(schema["options"]);
  const options = listOf(schema["anyOf"]) ?? listOf(schema["oneOf"]);
  if (options) return unionOf(options, live, at);
  if (Array.isArray(schema["enum"])) return { kind: "choice", choices: schema["enum"] as Json[] };
  // A schema's `const` is JSON.
  if (Object.hasOwn(schema, "const")) return { kind: "choice", choices: [schema["const"] as Json] };
  const type = schema["type"];
  if (Array.isArray(type))
    return unionOf(
      type.map((one: unknown) => ({ ...schema, type: one })),
      live,
      at,
    );
  switch (type) {
    case "string":
      return textOf(schema, live);
    case "number":
    case "integer":
      return { kind: "number", whole: type === "integer", min: sane(schema["minimum"]), max: sane(schema["maximum"]) };
    case "boolean":
      return { kind: "flag" };
    case "null":
      return { kind: "nothing" };
    case "array":
      return {
        kind: "list",
        item: isRecord(schema["items"]) ? shapeOf(schema["items"], at) : { kind: "json", multiline: false },
        live,
        code: wordOf(schema["code"]),
        min: numberOf(schema["minItems"]),
        max: numberOf(schema["maxItems"]),
      };
    case "object":
      return objectOf(schema, at);
    default:
      return isRecord(schema["properties"]) ? objectOf(schema, at) : { kind: "json", multiline: schema["multiline"] === true };
  }
}

function textOf(schema: FormSchema, live: boolean): FormShape {
  return {
    kind: "text",
    multiline: schema["multiline"] === true,
    code: wordOf(schema["code"]),
    secret: schema["secret"] === true,
    live,
    minLength: numberOf(schema["minLength"]),
    maxLength: numberOf(schema["maxLength"]),
    pattern: wordOf(schema["pattern"]),
  };
}

function objectOf(schema: FormSchema, at: Place): FormShape {
  const properties = isRecord(schema["properties"]) ? schema["properties"] : {};
  const required = new Set(listOf(schema["required"]));
  const more = schema["additionalProperties"];
  const rest = isRecord(more) ? shapeOf(more, at) : undefined;
  const names = Object.keys(properties);
  if (names.length === 0 && more !== false) {
    return { kind: "record", value: rest ?? { kind: "json", multiline: false }, code: wordOf(schema["code"]) };
  }
  const fields = names.flatMap((name) => {
    const property = properties[name];
    return isRecord(property) ? [fieldOf(name, property, required.has(name), at)] : [];
  });
  return { kind: "object", fields, rest: more === true ? { kind: "json", multiline: false } : rest };
}

function fieldOf(name: string, given: FormSchema, required: boolean, at: Place): FormField {
  const schema = resolve(given, at);
  const shown = schema["shownWhen"];
  return {
    name,
    label: wordOf(schema["label"]) ?? wordOf(schema["title"]) ?? labelOf(name),
    help: wordOf(schema["help"]) ?? wordOf(schema["description"]),
    example: schema["example"] ?? (listOf(schema["examples"]) ?? [])[0],
    fallback: schema["default"],
    required,
    shownWhen: isRecord(shown) && typeof shown["field"] === "string" ? { field: shown["field"], is: listOf(shown["is"]) ?? [] } : undefined,
    shape: shapeOf(given, at),
  };
}

function unionOf(options: readonly unknown[], live: boolean, at: Place): FormShape {
  const shapes = options.filter(isRecord).map((schema) => ({ schema: resolve(schema, at), shape: shapeOf(schema, at) }));
  if (shapes.every(({ shape }) => shape.kind === "choice")) {
    return { kind: "choice", choices: shapes.flatMap(({ shape }) => (shape.kind === "choice" ? shape.choices : [])) };
  }
  const [only] = shapes;
  if (only && shapes.length === 1) return only.shape;
  const flat = shapes.flatMap(({ schema, shape }) =>
    shape.kind === "union" ? shape.variants : [{ label: wordOf(schema["label"]) ?? wordOf(schema["title"]) ?? nameShape(shape), shape }],
  );
  const counts = Map.groupBy(flat, ({ label }) => label);
  const variants = flat.map((variant) => {
    const same = counts.get(variant.label) ?? [];
    return same.length > 1 ? { ...variant, label: `${variant.label} ${same.indexOf(variant) + 1}` } : variant;
  });
  return { kind: "union", live, variants };
}

/** What a choice between shapes calls one of them. */
export function nameShape(shape: FormShape): string {
  switch (shape.kind) {
    case "text":
      return "Text";
    case "number":
      return "Number";
    case "flag":
      return "Yes or no";
    case "nothing":
      return "Nothing";
    case "choice":
      return shape.choices.length === 1 ? String(shape.choices[0]) : "Choice";
    case "list":
      return shape.item.kind === "object" ? "List of objects" : "List";
    case "object":
      return (
        shape.fields
          .map(({ label }) => label)
          .slice(0, 2)
          .join(", ") || "Object"
      );
    case "record":
      return "Names and values";
    case "union":
      return shape.variants.map(({ label }) => label).join(" or ");
    case "json":
      return "Any value";
    case "expression":
      return "Expression";
  }
}

/** `reply_to`, `replyTo` → `Reply to`: for fields that nobody named. */
export function labelOf(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .trim()
    .toLowerCase();
  return words === "" ? name : words.charAt(0).toUpperCase() + words.slice(1);
}

function resolve(schema: FormSchema, { root, depth }: Place): FormSchema {
  const reference = schema["$ref"];
  if (typeof reference === "string") {
    if (depth > DEEPEST) return {};
    const path = reference
      .replace(/^#\/?/, "")
      .split("/")
      .filter((step) => step !== "");
    const found = path.reduce<unknown>(
      (at, step) => (isRecord(at) ? at[step.replaceAll("~1", "/").replaceAll("~0", "~")] : undefined),
      root,
    );
    const { $ref: _, ...own } = schema;
    return isRecord(found) ? resolve({ ...found, ...own }, { root, depth: depth + 1 }) : own;
  }
  const parts = listOf(schema["allOf"]);
  if (!parts || depth > DEEPEST) return schema;
  const { allOf: _, ...own } = schema;
  return parts.filter(isRecord).reduce<FormSchema>((whole, part) => merge(whole, resolve(part, { root, depth: depth + 1 })), own);
}

/** All of two object schemas. */
function merge(a: FormSchema, b: FormSchema): FormSchema {
  const properties = { ...(isRecord(a["properties"]) ? a["properties"] : {}), ...(isRecord(b["properties"]) ? b["properties"] : {}) };
  const required = [...(listOf(a["required"]) ?? []), ...(listOf(b["required"]) ?? [])];
  return { ...b, ...a, ...(Object.keys(properties).length > 0 ? { properties } : {}), ...(required.length > 0 ? { required } : {}) };
}

/** zod writes the safe integers as limits of every integer; nobody is helped by reading them. */
function sane(limit: unknown): number | undefined {
  const value = numberOf(limit);
  return value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function wordOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
