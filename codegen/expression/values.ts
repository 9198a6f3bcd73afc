import type { Json } from "../schema/json.ts";
import type { FieldForm } from "../schema/kind-facts.ts";
import type { Expression, Property, Spread } from "./ast.ts";
import { parseExpression } from "./parse-expression.ts";
import { printExpression } from "./print-expression.ts";
import type { Template, TemplatePart } from "./template.ts";
import { parseTemplate, textOf, wholeExpression } from "./template.ts";

export type ValuePath = readonly (string | number)[];

/** Calls back for every string inside a config value, with its path. */
export function walkValues(value: Json, visit: (text: string, path: ValuePath) => void, path: ValuePath = []): void {
  if (typeof value === "string") visit(value, path);
  else if (Array.isArray(value)) value.forEach((item, index) => walkValues(item, visit, [...path, index]));
  else if (value !== null && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) walkValues(item, visit, [...path, key]);
  }
}

/** The same value with each string replaced; keys stay as they are, `__proto__` included. */
export function mapValues(value: Json, map: (text: string, path: ValuePath) => Json, path: ValuePath = []): Json {
  if (typeof value === "string") return map(value, path);
  if (Array.isArray(value)) return value.map((item, index) => mapValues(item, map, [...path, index]));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapValues(item, map, [...path, key])]));
}

const nowhere = { start: 0, end: 0 };

/** The expression that a config string becomes in code: a string, the one expression, or a template literal. */
export function expressionOfTemplate(template: Template): Expression {
  const whole = wholeExpression(template);
  if (whole) return whole;
  return joinParts(template.parts);
}

/** Text and expressions as one expression; texts that meet are joined, strings inside become text. */
function joinParts(parts: readonly TemplatePart[]): Expression {
  const quasis = [""];
  const expressions: Expression[] = [];
  for (const part of parts) {
    const text = part.type === "text" ? part.text : part.expression.type === "string" ? part.expression.value : undefined;
    if (text !== undefined) quasis.push(`${quasis.pop() ?? ""}${text}`);
    else if (part.type === "expression") {
      expressions.push(part.expression);
      quasis.push("");
    }
  }
  if (expressions.length === 0) return { type: "string", value: quasis.join(""), ...nowhere };
  return { type: "template", quasis, expressions, ...nowhere };
}

/** The config value that means an expression: JSON as far as it is literal, `{{ }}` where it is not. */
export function valueOfExpression(expression: Expression): Json {
  switch (expression.type) {
    case "string":
      return textOf([{ type: "text", text: expression.value }]);
    case "number":
    case "boolean":
      return expression.value;
    case "null":
      return null;
    case "unary":
      if (expression.operator === "-" && expression.operand.type === "number" && expression.operand.value !== 0)
        return -expression.operand.value;
      return wrap(expression);
    case "template":
      return valueOfTemplate(expression.quasis, expression.expressions);
    case "array": {
      const elements = expression.elements.filter((element): element is Expression => element.type !== "spread");
      return elements.length === expression.elements.length ? elements.map(valueOfExpression) : wrap(expression);
    }
    case "object": {
      if (!isPlainObject(expression)) return wrap(expression);
      const properties = expression.properties.filter(isPlainProperty);
      return Object.fromEntries(properties.map((property) => [property.key, valueOfExpression(property.value)]));
    }
    default:
      return wrap(expression);
  }
}

/** Whether an object literal is one that JSON can hold: no spread, no computed key, no key twice. */
export function isPlainObject({ properties }: { readonly properties: readonly (Property | Spread)[] }): boolean {
  return new Set(properties.filter(isPlainProperty).map(({ key }) => key)).size === properties.length;
}

function isPlainProperty(property: Property | Spread): property is Property & { key: string } {
  return property.type === "property" && typeof property.key === "string";
}

function valueOfTemplate(quasis: readonly string[], expressions: readonly Expression[]): string {
  const joined = joinParts(
    quasis.flatMap((text, index): TemplatePart[] => {
      const expression = expressions[index];
      return expression
        ? [
            { type: "text", text },
            { type: "expression", expression, ...nowhere },
          ]
        : [{ type: "text", text }];
    }),
  );
  if (joined.type !== "template") return joined.type === "string" ? textOf([{ type: "text", text: joined.value }]) : wrap(joined);
  const parts = joined.quasis.flatMap((text, index): TemplatePart[] => {
    const expression = joined.expressions[index];
    const before: TemplatePart[] = text === "" ? [] : [{ type: "text", text }];
    return expression ? [...before, { type: "expression", expression, ...nowhere }] : before;
  });
  // One expression and nothing else would keep its type; inside a template literal it is text.
  return parts.length === 1 ? wrap(joined) : textOf(parts);
}

function wrap(expression: Expression): string {
  return `{{ ${printExpression(expression)} }}`;
}

/** The expression that a config value becomes in code. A string that does not parse stands for itself. */
export function expressionOfValue(value: Json): Expression {
  if (typeof value === "string") {
    const parsed = parseTemplate(value);
    return parsed.ok ? expressionOfTemplate(parsed.template) : { type: "string", value, ...nowhere };
  }
  if (typeof value === "number") return numberExpression(value);
  if (typeof value === "boolean") return { type: "boolean", value, ...nowhere };
  if (value === null) return { type: "null", ...nowhere };
  if (Array.isArray(value)) return { type: "array", elements: value.map(expressionOfValue), ...nowhere };
  const properties = Object.entries(value).map(([key, item]): Property => ({
    type: "property",
    key,
    value: expressionOfValue(item),
    shorthand: false,
    ...nowhere,
  }));
  return { type: "object", properties, ...nowhere };
}

function numberExpression(value: number): Expression {
  if (value >= 0 && !Object.is(value, -0)) return { type: "number", value, ...nowhere };
  return { type: "unary", operator: "-", operand: { type: "number", value: -value, ...nowhere }, ...nowhere };
}

/** The value with every string in canonical text: two values mean the same code exactly when these are equal. */
export function canonicalValue(value: Json): Json {
  return mapValues(value, (text) => {
    const parsed = parseTemplate(text);
    return parsed.ok ? valueOfExpression(expressionOfTemplate(parsed.template)) : text;
  });
}

/** The canonical text of a bare expression; a text that does not parse stays as it is. */
function canonicalExpression(text: string): string {
  const parsed = parseExpression(text);
  return parsed.ok ? printExpression(parsed.expression) : text;
}

/** A node's config in canonical text, each string read in the form its field has. */
export function canonicalConfig(config: Readonly<Record<string, Json>>, formOf: (path: ValuePath) => FieldForm): Json {
  return mapValues({ ...config }, (text, path) => {
    const form = formOf(path);
    if (form === "verbatim") return text;
    return form === "expression" ? canonicalExpression(text) : canonicalValue(text);
  });
}
