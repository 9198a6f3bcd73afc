import type { Expression, TemplateExpression } from "../expression/ast.ts";
import { expressionOfValue, valueOfExpression } from "../expression/values.ts";
import { needsPick, printExpression } from "../expression/print-expression.ts";
import type { NodeRef, Value } from "../ir/ir.ts";
import type { Json } from "../schema/json.ts";
import type { Doc } from "./doc.ts";
import { list, mark } from "./doc.ts";
import { printKey, printNumber, printString } from "./literal.ts";
import type { Names } from "./names.ts";
import { readExpression, readText } from "./read-values.ts";
import type { GraphPath } from "./source-map.ts";

/** A config value: literals as they are, `{{ }}` as expressions, both together as a template literal. */
export function printValue(value: Value, node: NodeRef, path: GraphPath, names: Names): Doc {
  const inner = (): Doc => {
    if (typeof value === "string") return value.includes("{{") ? printWhole(readText(value), names) : printString(value);
    if (value === null || typeof value !== "object") return printScalar(value);
    if (Array.isArray(value)) return list("[", value.map((item, index) => printValue(item, node, [...path, index], names)), "]");
    const entries = Object.entries(value).map(([key, item]) => printProperty(key, printValue(item, node, [...path, key], names)));
    return list("{", entries, "}", true);
  };
  return path.length === 0 ? inner() : mark(node.id, path, inner());
}

/** Plain JSON, in which `{{` means nothing. */
export function printJson(value: Json): Doc {
  if (typeof value === "string") return printString(value);
  if (value === null || typeof value !== "object") return printScalar(value);
  if (Array.isArray(value)) return list("[", value.map(printJson), "]");
  return list("{", Object.entries(value).map(([key, item]) => [printKey(key), ": ", printJson(item)]), "}", true);
}

/** A bare expression that stands alone. */
export function printExpressionText(text: string, names: Names): string {
  return print(readExpression(text), "alone", names);
}

/** A bare expression as the test of `? :`. */
export function printOperand(text: string, names: Names): string {
  const expression = readExpression(text);
  const printed = print(expression, "alone", names);
  return expression.type === "conditional" || expression.type === "arrow" ? `(${printed})` : printed;
}

function printScalar(value: null | boolean | number): string {
  return typeof value === "number" ? printNumber(value) : String(value);
}

/** Object and array literals are laid out like those of the document, so that it makes no difference who wrote them. */
function printWhole(expression: Expression, names: Names): Doc {
  if (expression.type === "array") {
    return list(
      "[",
      expression.elements.map((item) => (item.type === "spread" ? ["...", printWhole(item.argument, names)] : printWhole(item, names))),
      "]",
    );
  }
  if (expression.type === "template") return printTemplate(expression, names);
  if (expression.type !== "object") return print(expression, "list", names);
  const properties = expression.properties.map((property): Doc => {
    if (property.type === "spread") return ["...", printWhole(property.argument, names)];
    const value = printWhole(property.value, names);
    if (typeof property.key !== "string") return ["[", print(property.key, "alone", names), "]: ", value];
    return printProperty(property.key, value);
  });
  return list("{", properties, "}", true);
}

/** A template literal; a text where nothing is to be filled in, since both mean the same document. */
function printTemplate(expression: TemplateExpression, names: Names): string {
  const constant = expression.expressions.every((part) => part.type === "string");
  const plain = constant || expression.expressions.some((part) => part.type === "string") ? simplify(expression) : expression;
  return plain.type === "string" ? printString(plain.value) : print(plain, "list", names);
}

function simplify(expression: TemplateExpression): Expression {
  return expressionOfValue(valueOfExpression(expression));
}

/** `name: value`, or `name` alone where the value is the variable of that name. */
function printProperty(key: string, value: Doc): Doc {
  const printed = printKey(key);
  return printed === textOf(value) ? printed : [printed, ": ", value];
}

function textOf(value: Doc): string | undefined {
  if (typeof value === "string") return value;
  return "type" in value && value.type === "mark" ? textOf(value.content) : undefined;
}

function print(expression: Expression, position: "alone" | "list", names: Names): string {
  const pick = needsPick(expression) ? { pick: names.imported("@/plugins/kit/pick", "pick") } : {};
  return printExpression(expression, { target: "code", position, ...pick });
}
