export type * from "./ast.ts";
export { childrenOf, namesOf } from "./ast.ts";
export { forbiddenProperties, globals, methods } from "./allow-list.ts";
export { parseExpression } from "./parse-expression.ts";
export type { ParsedExpression, ParseOptions } from "./parse-expression.ts";
export { needsPick, printExpression } from "./print-expression.ts";
export type { PrintOptions } from "./print-expression.ts";
export { references } from "./references.ts";
export type { Reference } from "./references.ts";
export { freeNames, mapChildren, renameNames } from "./rename-names.ts";
export { parseTemplate, textOf, wholeExpression } from "./template.ts";
export type { ParsedTemplate, Template, TemplatePart } from "./template.ts";
export { printKey, printNumber, printQuasi, printString } from "./text-of-string.ts";
export {
  canonicalConfig,
  canonicalExpression,
  canonicalValue,
  expressionOfTemplate,
  expressionOfValue,
  mapValues,
  valueOfExpression,
  walkValues,
} from "./values.ts";
export type { ValuePath } from "./values.ts";
export { parseExpressionOnce, parseTemplateOnce } from "./cache.ts";
