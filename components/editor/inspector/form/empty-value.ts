import type { Json } from "../../../../codegen/schema/json.ts";
import { valueOfExpression } from "../../../../codegen/expression/values.ts";
import { parseTemplateOnce } from "../../../../codegen/expression/index.ts";
import { wholeExpression } from "../../../../codegen/expression/template.ts";
import type { FormShape } from "./form-description.ts";
import { holdsExpression, isOfShape } from "./literal-problem.ts";

/** What a new entry holds before anybody has filled it in: what has only one value, and the rest empty. */
export function emptyValue(shape: FormShape): Json {
  switch (shape.kind) {
    case "text":
    case "json":
    case "expression":
      return "";
    case "number":
      return shape.min ?? 0;
    case "flag":
      return false;
    case "nothing":
      return null;
    case "choice":
      return shape.choices[0] ?? null;
    case "list":
      return [];
    case "record":
      return {};
    case "object":
      return Object.fromEntries(
        shape.fields.flatMap(({ name, required, shape: inner }): [string, Json][] => {
          const isFixed = inner.kind === "choice" && inner.choices.length === 1;
          return required && (isFixed || inner.kind === "object") ? [[name, emptyValue(inner)]] : [];
        }),
      );
    case "union":
      return shape.variants[0] ? emptyValue(shape.variants[0].shape) : null;
  }
}

/** A value in another shape, as far as it can be: an expression stays, a number is written out or read, anything else begins anew. */
export function convertValue(value: Json | undefined, shape: FormShape): Json {
  if (value === undefined) return emptyValue(shape);
  if (shape.kind === "json" && shape.view === "json" && typeof value === "string" && !holdsExpression(value)) return readJson(value) ?? {};
  if (shape.kind === "json" && shape.view === "text" && typeof value !== "string") return value === null ? "" : JSON.stringify(value);
  if (holdsExpression(value) || isOfShape(shape, value)) return value;
  if (shape.kind === "text" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  if (shape.kind === "number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) return Number(value);
  if (shape.kind === "list" && !Array.isArray(value) && isOfShape(shape.item, value)) return [value];
  if (Array.isArray(value) && value.length === 1 && value[0] !== undefined && isOfShape(shape, value[0])) return value[0];
  return emptyValue(shape);
}

/** A literal as an expression that gives it. */
export function literalToExpression(value: Json | undefined): string {
  if (value === undefined || value === "") return "";
  return typeof value === "string" ? value : `{{ ${JSON.stringify(value)} }}`;
}

/** The literal that an expression says, where it is nothing but one; undefined otherwise. */
export function expressionToLiteral(text: string): Json | undefined {
  const parsed = parseTemplateOnce(text);
  const whole = parsed.ok ? wholeExpression(parsed.template) : undefined;
  const value = whole && valueOfExpression(whole);
  return value === undefined || JSON.stringify(value).includes("{{") ? undefined : value;
}

function readJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
