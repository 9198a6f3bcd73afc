import type { Json } from "../../../../codegen/schema/json.ts";
import { inspectorText as text } from "../../../text/inspector.ts";
import type { FormField, FormShape } from "./form-description.ts";

/** Whether a config value holds an expression: it then stands for what a run makes of it. */
export function holdsExpression(value: unknown): boolean {
  return typeof value === "string" && value.includes("{{");
}

/** What is wrong with a literal at this very place (not deeper in it), as a sentence; undefined when nothing is. An expression may stand anywhere. */
export function findLiteralProblem(shape: FormShape, value: Json | undefined): string | undefined {
  if (value === undefined || holdsExpression(value)) return undefined;
  const words = text.problems;
  switch (shape.kind) {
    case "text":
      if (typeof value !== "string") return words.wanted.text;
      if (shape.minLength !== undefined && value.length < shape.minLength)
        return value === "" ? words.empty : words.shorter(shape.minLength);
      if (shape.maxLength !== undefined && value.length > shape.maxLength) return words.longer(shape.maxLength, value.length);
      return shape.pattern !== undefined && !matches(shape.pattern, value) ? words.pattern : undefined;
    case "number":
      if (typeof value !== "number") return shape.whole ? words.wanted.whole : words.wanted.number;
      if (shape.whole && !Number.isInteger(value)) return words.wanted.whole;
      if (shape.min !== undefined && value < shape.min) return words.less(shape.min);
      return shape.max !== undefined && value > shape.max ? words.more(shape.max) : undefined;
    case "flag":
      return typeof value === "boolean" ? undefined : words.wanted.flag;
    case "nothing":
      return value === null ? undefined : words.wanted.nothing;
    case "choice":
      return shape.choices.includes(value) ? undefined : words.choice(shape.choices.map(String));
    case "list":
      if (!Array.isArray(value)) return words.wanted.list;
      if (shape.min !== undefined && value.length < shape.min) return words.fewer(shape.min);
      return shape.max !== undefined && value.length > shape.max ? words.tooMany(shape.max) : undefined;
    case "object":
      return isRecord(value) ? findMissing(shape.fields, value) : words.wanted.object;
    case "record":
      return isRecord(value) ? undefined : words.wanted.object;
    case "union":
      return shape.variants.some((variant) => isOfShape(variant.shape, value))
        ? undefined
        : words.union(shape.variants.map(({ label }) => label.toLowerCase()));
    case "expression":
      return typeof value === "string" ? undefined : words.wanted.text;
    case "json":
      return shape.view === "text" && typeof value !== "string" ? words.wanted.text : undefined;
  }
}

/** Whether a value is of a shape, all the way down. */
export function isOfShape(shape: FormShape, value: Json): boolean {
  if (findLiteralProblem(shape, value) !== undefined) return false;
  if (holdsExpression(value)) return true;
  if (shape.kind === "list" && Array.isArray(value)) return value.every((item) => isOfShape(shape.item, item));
  if (shape.kind === "record" && isRecord(value)) return Object.values(value).every((item) => isOfShape(shape.value, item));
  if (shape.kind === "object" && isRecord(value)) {
    return Object.entries(value).every(([name, item]) => {
      const field = shape.fields.find((one) => one.name === name);
      return field ? isOfShape(field.shape, item) : shape.rest !== undefined && isOfShape(shape.rest, item);
    });
  }
  return true;
}

/** The variant of a union that a value is, or is nearest to; the first for none. */
export function variantOf(variants: readonly { readonly shape: FormShape }[], value: Json | undefined): number {
  if (value === undefined) return 0;
  const exact = variants.findIndex(({ shape }) => isOfShape(shape, value));
  if (exact >= 0) return exact;
  const near = variants.findIndex(({ shape }) => kindsOf(shape).includes(kindOf(value)));
  return Math.max(near, 0);
}

function findMissing(fields: readonly FormField[], value: { readonly [key: string]: Json }): string | undefined {
  const missing = fields.find((field) => field.required && !Object.hasOwn(value, field.name));
  return missing && text.problems.missing(missing.label);
}

function kindOf(value: Json): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function kindsOf(shape: FormShape): readonly string[] {
  switch (shape.kind) {
    case "text":
    case "expression":
      return ["string"];
    case "number":
      return ["number"];
    case "flag":
      return ["boolean"];
    case "nothing":
      return ["null"];
    case "choice":
      return shape.choices.map(kindOf);
    case "list":
      return ["array"];
    case "object":
    case "record":
      return ["object"];
    case "union":
      return shape.variants.flatMap((variant) => kindsOf(variant.shape));
    case "json":
      return ["string", "number", "boolean", "null", "array", "object"];
  }
}

/** The schemas' patterns are JavaScript's; one that is not says nothing. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return true;
  }
}

function isRecord(value: Json): value is { [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
