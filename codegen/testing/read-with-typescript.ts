import { ts } from "ts-morph";
import type { Expression, Pattern, Spread } from "../expression/ast.ts";

/** A tree without positions and bindings, the same for our parser and for TypeScript's. */
export type Plain = { readonly [key: string]: unknown };

/** What TypeScript makes of a text that is one expression; undefined when it is not one. */
export function readWithTypeScript(text: string): Plain | undefined {
  const file = ts.createSourceFile("x.ts", `(${text}\n);`, ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS);
  // The list of syntax errors is not part of the public type.
  const problems = (file as unknown as { parseDiagnostics: readonly unknown[] }).parseDiagnostics;
  const [statement, ...others] = file.statements;
  if (problems.length > 0 || others.length > 0 || !statement || !ts.isExpressionStatement(statement)) return undefined;
  return ts.isParenthesizedExpression(statement.expression) ? convert(statement.expression.expression) : undefined;
}

/** Our own tree, reduced to what can be compared. */
export function reduce(expression: Expression | Spread): Plain {
  switch (expression.type) {
    case "string":
    case "number":
    case "boolean":
      return { type: expression.type, value: expression.value };
    case "null":
      return { type: "null" };
    case "name":
      return { type: "name", name: expression.name };
    case "template":
      return { type: "template", quasis: expression.quasis, expressions: expression.expressions.map(reduce) };
    case "member":
      return { type: "member", object: reduce(expression.object), property: expression.property, optional: expression.optional };
    case "index":
      return { type: "index", object: reduce(expression.object), key: reduce(expression.key), optional: expression.optional };
    case "call":
      return {
        type: "call",
        callee: reduce(expression.callee),
        arguments: expression.arguments.map(reduce),
        optional: expression.optional,
      };
    case "new":
      return { type: "new", callee: expression.callee, arguments: expression.arguments.map(reduce) };
    case "unary":
      return { type: "unary", operator: expression.operator, operand: reduce(expression.operand) };
    case "binary":
      return { type: "binary", operator: expression.operator, left: reduce(expression.left), right: reduce(expression.right) };
    case "conditional":
      return {
        type: "conditional",
        test: reduce(expression.test),
        consequent: reduce(expression.consequent),
        alternate: reduce(expression.alternate),
      };
    case "array":
      return { type: "array", elements: expression.elements.map(reduce) };
    case "object":
      return {
        type: "object",
        properties: expression.properties.map((property) =>
          property.type === "spread"
            ? reduce(property)
            : {
                key: typeof property.key === "string" ? property.key : reduce(property.key),
                value: reduce(property.value),
                shorthand: property.shorthand,
              },
        ),
      };
    case "arrow":
      return { type: "arrow", parameters: expression.parameters.map(reducePattern), body: reduce(expression.body) };
    case "group":
      return { type: "group", expression: reduce(expression.expression) };
    case "spread":
      return { type: "spread", argument: reduce(expression.argument) };
  }
}

function reducePattern(pattern: Pattern): Plain {
  switch (pattern.type) {
    case "name":
      return { type: "name", name: pattern.name };
    case "list":
      return { type: "list", names: pattern.names };
    case "fields":
      return { type: "fields", fields: pattern.fields };
  }
}

function convert(node: ts.Node): Plain {
  if (ts.isParenthesizedExpression(node)) return convert(node.expression);
  if (ts.isStringLiteral(node)) return { type: "string", value: node.text };
  if (ts.isNumericLiteral(node)) return { type: "number", value: Number(node.text) };
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    return { type: "boolean", value: node.kind === ts.SyntaxKind.TrueKeyword };
  }
  if (node.kind === ts.SyntaxKind.NullKeyword) return { type: "null" };
  if (ts.isIdentifier(node)) return { type: "name", name: node.text };
  if (ts.isNoSubstitutionTemplateLiteral(node)) return { type: "template", quasis: [node.text], expressions: [] };
  if (ts.isTemplateExpression(node)) {
    const quasis = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
    return { type: "template", quasis, expressions: node.templateSpans.map((span) => convert(span.expression)) };
  }
  if (ts.isPropertyAccessExpression(node)) {
    return { type: "member", object: operand(node.expression), property: node.name.text, optional: node.questionDotToken !== undefined };
  }
  if (ts.isElementAccessExpression(node)) {
    const optional = node.questionDotToken !== undefined;
    return { type: "index", object: operand(node.expression), key: convert(node.argumentExpression), optional };
  }
  if (ts.isCallExpression(node)) {
    if (node.typeArguments) return { type: "generic" };
    const optional = node.questionDotToken !== undefined;
    return { type: "call", callee: operand(node.expression), arguments: node.arguments.map(convert), optional };
  }
  if (ts.isNewExpression(node)) return { type: "new", callee: keyText(node.expression), arguments: (node.arguments ?? []).map(convert) };
  if (ts.isPrefixUnaryExpression(node)) return { type: "unary", operator: ts.tokenToString(node.operator), operand: convert(node.operand) };
  if (ts.isTypeOfExpression(node)) return { type: "unary", operator: "typeof", operand: convert(node.expression) };
  if (ts.isBinaryExpression(node)) {
    return { type: "binary", operator: ts.tokenToString(node.operatorToken.kind), left: convert(node.left), right: convert(node.right) };
  }
  if (ts.isConditionalExpression(node)) {
    return { type: "conditional", test: convert(node.condition), consequent: convert(node.whenTrue), alternate: convert(node.whenFalse) };
  }
  if (ts.isArrayLiteralExpression(node)) return { type: "array", elements: node.elements.map(convert) };
  if (ts.isSpreadElement(node) || ts.isSpreadAssignment(node)) return { type: "spread", argument: convert(node.expression) };
  if (ts.isObjectLiteralExpression(node)) return { type: "object", properties: node.properties.map(convertProperty) };
  if (ts.isArrowFunction(node)) {
    return { type: "arrow", parameters: node.parameters.map((parameter) => convertPattern(parameter.name)), body: convert(node.body) };
  }
  return { type: ts.SyntaxKind[node.kind] };
}

function convertProperty(property: ts.ObjectLiteralElementLike): Plain {
  if (ts.isSpreadAssignment(property)) return convert(property);
  if (ts.isShorthandPropertyAssignment(property)) {
    return { key: property.name.text, value: { type: "name", name: property.name.text }, shorthand: true };
  }
  if (!ts.isPropertyAssignment(property)) return { type: ts.SyntaxKind[property.kind] };
  const { name } = property;
  const key = ts.isComputedPropertyName(name)
    ? convert(name.expression)
    : ts.isNumericLiteral(name)
      ? String(Number(name.text))
      : keyText(name);
  return { key, value: convert(property.initializer), shorthand: false };
}

function keyText(name: ts.Node): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

function convertPattern(name: ts.BindingName): Plain {
  if (ts.isIdentifier(name)) return { type: "name", name: name.text };
  if (ts.isArrayBindingPattern(name)) {
    return { type: "list", names: name.elements.map((element) => (ts.isBindingElement(element) ? keyText(element.name) : "")) };
  }
  const fields = name.elements.map((element) => ({
    key: element.propertyName ? keyText(element.propertyName) : keyText(element.name),
    name: keyText(element.name),
  }));
  return { type: "fields", fields };
}

/** Parentheses around an optional chain that is used further mean something; all others do not. */
function operand(node: ts.Expression): Plain {
  const plain = convert(node);
  let inside: ts.Expression = node;
  while (ts.isParenthesizedExpression(inside)) inside = inside.expression;
  return inside !== node && (inside.flags & ts.NodeFlags.OptionalChain) !== 0 ? { type: "group", expression: plain } : plain;
}
