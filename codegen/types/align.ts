import { ts } from "ts-morph";
import type { Expression, Range, Spread } from "../expression/ast.ts";

/** Where the parts of an expression's code stand in the text that a person typed. */
export type Alignment = ReadonlyMap<ts.Node, Range>;

/** Pairs the TypeScript of a printed expression with the expression as it was typed; where they differ in shape, pairing stops. */
export function alignExpression(node: ts.Node, expression: Expression): Alignment {
  const spans = new Map<ts.Node, Range>();
  pair(node, expression, spans);
  return spans;
}

function pair(node: ts.Node, expression: Expression, spans: Map<ts.Node, Range>): void {
  if (expression.type === "group") return pair(node, expression.expression, spans);
  // An expression made of a text with several parts stands nowhere by itself.
  if (expression.end > expression.start) spans.set(node, expression);
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return pair(node.expression, expression, spans);
  switch (expression.type) {
    case "member":
      if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
        pair(node.expression, expression.object, spans);
        const property = { start: expression.end - expression.property.length, end: expression.end };
        spans.set(ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression, property);
      }
      return;
    case "index":
      if (ts.isCallExpression(node)) return pairItems(node.arguments, [expression.object, expression.key], spans);
      if (ts.isPropertyAccessExpression(node)) spans.set(node.name, expression.key);
      if (ts.isElementAccessExpression(node)) pair(node.argumentExpression, expression.key, spans);
      if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) pair(node.expression, expression.object, spans);
      return;
    case "call":
      if (!ts.isCallExpression(node)) return;
      pair(node.expression, expression.callee, spans);
      return pairItems(node.arguments, expression.arguments, spans);
    case "new":
      if (ts.isNewExpression(node)) pairItems(node.arguments ?? [], expression.arguments, spans);
      return;
    case "unary":
      if (ts.isPrefixUnaryExpression(node)) pair(node.operand, expression.operand, spans);
      if (ts.isTypeOfExpression(node)) pair(node.expression, expression.operand, spans);
      return;
    case "binary":
      if (!ts.isBinaryExpression(node)) return;
      pair(node.left, expression.left, spans);
      return pair(node.right, expression.right, spans);
    case "conditional":
      if (!ts.isConditionalExpression(node)) return;
      pair(node.condition, expression.test, spans);
      pair(node.whenTrue, expression.consequent, spans);
      return pair(node.whenFalse, expression.alternate, spans);
    case "array":
      if (ts.isArrayLiteralExpression(node)) pairItems(node.elements, expression.elements, spans);
      return;
    case "template": {
      if (!ts.isTemplateExpression(node)) return;
      const parts = node.templateSpans.map((span) => span.expression);
      // Texts among the parts are printed as a part of the text around them.
      const typed =
        parts.length === expression.expressions.length
          ? expression.expressions
          : expression.expressions.filter((part) => part.type !== "string");
      return pairItems(parts, typed, spans);
    }
    case "object":
      if (ts.isObjectLiteralExpression(node)) pairProperties(node, expression, spans);
      return;
    case "arrow": {
      if (!ts.isArrowFunction(node)) return;
      node.parameters.forEach((parameter, index) => {
        const pattern = expression.parameters[index];
        if (pattern) spans.set(parameter, pattern).set(parameter.name, pattern);
      });
      return pair(node.body, expression.body, spans);
    }
  }
}

function pairItems(nodes: readonly ts.Node[], items: readonly (Expression | Spread)[], spans: Map<ts.Node, Range>): void {
  if (nodes.length !== items.length) return;
  nodes.forEach((node, index) => {
    const item = items[index];
    if (item?.type !== "spread") {
      if (item) pair(node, item, spans);
    } else if (ts.isSpreadElement(node)) {
      spans.set(node, item);
      pair(node.expression, item.argument, spans);
    }
  });
}

function pairProperties(node: ts.ObjectLiteralExpression, expression: Expression & { type: "object" }, spans: Map<ts.Node, Range>): void {
  if (node.properties.length !== expression.properties.length) return;
  node.properties.forEach((property, index) => {
    const typed = expression.properties[index];
    if (typed?.type === "spread") {
      spans.set(property, typed);
      if (ts.isSpreadAssignment(property)) pair(property.expression, typed.argument, spans);
    } else if (typed) {
      spans.set(property, typed);
      const length = typeof typed.key === "string" ? Math.min(typed.key.length, typed.end - typed.start) : 0;
      if (property.name) spans.set(property.name, length > 0 ? { start: typed.start, end: typed.start + length } : typed);
      if (property.name && ts.isComputedPropertyName(property.name) && typeof typed.key !== "string") {
        pair(property.name.expression, typed.key, spans);
      }
      if (ts.isPropertyAssignment(property)) pair(property.initializer, typed.value, spans);
    }
  });
}
