import type { Expression, TemplateExpression } from "../expression/ast.ts";
import { expressionOfValue, isPlainObject, valueOfExpression } from "../expression/values.ts";
import { variableUses } from "../expression/variables.ts";
import { needsPick, printExpression } from "../expression/print-expression.ts";
import type { NodeRef, Value } from "../ir/ir.ts";
import type { Json } from "../schema/json.ts";
import type { Doc } from "./doc.ts";
import { list, mark } from "./doc.ts";
import { printKey, printNumber, printString } from "./literal.ts";
import type { Knowledge } from "./annotate.ts";
import { annotate } from "./annotate.ts";
import type { Names } from "./names.ts";
import { readExpression, readText } from "./read-values.ts";
import type { GraphPath } from "./source-map.ts";

/** What printing an expression needs to know of the module and of the place. */
export interface PrintedFrom {
  readonly names: Names;
  readonly knowledge: Knowledge;
}

/** A config value: literals as they are, `{{ }}` as expressions, both together as a template literal. */
export function printValue(value: Value, node: NodeRef, path: GraphPath, from: PrintedFrom): Doc {
  const inner = (): Doc => {
    if (typeof value === "string") return value.includes("{{") ? printWhole(readText(value), from) : printString(value);
    if (value === null || typeof value !== "object") return printScalar(value);
    if (Array.isArray(value))
      return list(
        "[",
        value.map((item, index) => printValue(item, node, [...path, index], from)),
        "]",
      );
    const entries = Object.entries(value).map(([key, item]) => printProperty(key, printValue(item, node, [...path, key], from)));
    return list("{", entries, "}", true);
  };
  return path.length === 0 ? inner() : mark(node.id, path, inner());
}

/** Plain JSON, in which `{{` means nothing. */
export function printJson(value: Json): Doc {
  if (typeof value === "string") return printString(value);
  if (value === null || typeof value !== "object") return printScalar(value);
  if (Array.isArray(value)) return list("[", value.map(printJson), "]");
  return list(
    "{",
    Object.entries(value).map(([key, item]) => [printKey(key), ": ", printJson(item)]),
    "}",
    true,
  );
}

/** A bare expression that stands alone. */
export function printExpressionText(text: string, from: PrintedFrom): string {
  return print(readExpression(text), "alone", from);
}

/** A bare expression as the test of `? :`. */
export function printOperand(text: string, from: PrintedFrom): string {
  const expression = readExpression(text);
  const printed = print(expression, "alone", from);
  return expression.type === "conditional" || expression.type === "arrow" ? `(${printed})` : printed;
}

function printScalar(value: null | boolean | number): string {
  return typeof value === "number" ? printNumber(value) : String(value);
}

/**
 * Object and array literals are laid out like those of the document, so that it makes no difference who wrote them. `literal`: the
 * document could hold this place as JSON; beside a spread it can't.
 */
function printWhole(expression: Expression, from: PrintedFrom, literal = true): Doc {
  if (expression.type === "array") {
    const plain = literal && expression.elements.every(({ type }) => type !== "spread");
    const items = expression.elements.map((item) =>
      item.type === "spread" ? ["...", printWhole(item.argument, from, plain)] : printWhole(item, from, plain),
    );
    return list("[", items, "]");
  }
  if (expression.type === "template" && literal) return printTemplate(expression, from);
  if (expression.type !== "object") return print(expression, "list", from);
  const plain = literal && isPlainObject(expression);
  const properties = expression.properties.map((property): Doc => {
    if (property.type === "spread") return ["...", printWhole(property.argument, from, plain)];
    const value = printWhole(property.value, from, plain);
    if (typeof property.key !== "string") return ["[", print(property.key, "alone", from), "]: ", value];
    return printProperty(property.key, value);
  });
  return list("{", properties, "}", true);
}

/** A template literal; a text where nothing is to be filled in, since both mean the same document. */
function printTemplate(expression: TemplateExpression, from: PrintedFrom): string {
  const constant = expression.expressions.every((part) => part.type === "string");
  const plain = constant || expression.expressions.some((part) => part.type === "string") ? simplify(expression) : expression;
  return plain.type === "string" ? printString(plain.value) : print(plain, "list", from);
}

function simplify(expression: TemplateExpression): Expression {
  return expressionOfValue(valueOfExpression(expression));
}

/** `name: value`, or `name` alone where the value is the variable of that name. */
function printProperty(key: string, value: Doc): Doc {
  const printed = printKey(key);
  return printed === textOf(value) && canBeShorthand(printed) ? printed : [printed, ": ", value];
}

/** Not `{ "a b" }`, `{ 1 }` or `{ true }`, where key and value read alike without the value being a name. */
function canBeShorthand(key: string): boolean {
  return /^[A-Za-z]\w*$/.test(key) && key !== "true" && key !== "false" && key !== "null";
}

function textOf(value: Doc): string | undefined {
  if (typeof value === "string") return value;
  return "type" in value && value.type === "mark" ? textOf(value.content) : undefined;
}

function print(expression: Expression, position: "alone" | "list", { names, knowledge }: PrintedFrom): string {
  if (variableUses(expression).length > 0) names.imported("@/plugins/kit/env", "env");
  const pick = needsPick(expression) ? names.imported("@/plugins/kit/pick", "pick") : "pick";
  const text = printExpression(expression, { target: "code", position, pick });
  return annotate(text, expression, pick, knowledge);
}
