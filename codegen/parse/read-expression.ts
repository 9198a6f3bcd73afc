import { ts } from "ts-morph";
import type { Expression } from "../expression/ast.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import { printExpression } from "../expression/print-expression.ts";
import { valueOfExpression } from "../expression/values.ts";
import type { Value } from "../ir/ir.ts";
import type { Reader } from "./reader.ts";
import { isTyped, unwrap } from "./reader.ts";
import { fail, stretchOf } from "./source-error.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An expression of the module in the language of `{{ }}`: names as the graph knows them, constants put in, types left out. */
export function readExpression(node: ts.Expression, reader: Reader): Expression {
  const { file } = reader;
  const { start, end } = stretchOf(node, file);
  const edits: Edit[] = [];
  collectEdits(node, reader, new Set(), edits);
  if (/\/[/*]/.test(file.text.slice(start, end))) collectComments(node, file, start, end, edits);
  const text = applyEdits(file.text, start, end, edits);
  const pick = reader.localName("pick");
  const parsed = parseExpression(text, pick === undefined ? {} : { pick });
  if (parsed.ok) return parsed.expression;
  const { problem } = parsed;
  const stretch =
    edits.length > 0 ? { start, end } : { start: start + problem.start, end: start + Math.max(problem.end, problem.start + 1) };
  return fail(file, stretch, "source-expression", { problem: problem.message, advice: problem.hint });
}

/** The canonical text of an expression of the module. */
export function readText(node: ts.Expression, reader: Reader): string {
  return printExpression(readExpression(node, reader));
}

/** A config value: JSON as far as it is literal, `{{ }}` where it is not. */
export function readValue(node: ts.Expression, reader: Reader): Value {
  const literal = unwrap(node);
  if (
    ts.isArrayLiteralExpression(literal) &&
    literal.elements.every((element) => !ts.isSpreadElement(element) && !ts.isOmittedExpression(element))
  ) {
    return literal.elements.map((element) => readValue(element, reader));
  }
  if (ts.isObjectLiteralExpression(literal)) {
    const entries = literal.properties.map((property) => readEntry(property, reader));
    const keys = new Set(entries.map((entry) => entry?.[0]));
    if (keys.size === entries.length && entries.every((entry) => entry !== undefined)) return Object.fromEntries(entries);
  }
  return valueOfExpression(readExpression(node, reader));
}

/** A property that the document can hold as it is; `["__proto__"]` is one, and is an own property there too. */
function readEntry(property: ts.ObjectLiteralElementLike, reader: Reader): [string, Value] | undefined {
  if (ts.isShorthandPropertyAssignment(property)) return [property.name.text, readValue(property.name, reader)];
  if (!ts.isPropertyAssignment(property)) return undefined;
  const { name } = property;
  const isStatic = ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name);
  const isProto = ts.isComputedPropertyName(name) && ts.isStringLiteral(name.expression) && name.expression.text === "__proto__";
  if (isProto) return ["__proto__", readValue(property.initializer, reader)];
  // Written bare, it would set the prototype.
  return isStatic && name.text !== "__proto__" ? [name.text, readValue(property.initializer, reader)] : undefined;
}

function collectEdits(node: ts.Node, reader: Reader, shadowed: ReadonlySet<string>, edits: Edit[]): void {
  const { file } = reader;
  if (ts.isIdentifier(node)) {
    const text = shadowed.has(node.text) ? undefined : replacementOf(node.text, reader);
    if (text !== undefined && text !== node.text) edits.push({ ...stretchOf(node, file), text });
    return;
  }
  if (isTyped(node)) {
    edits.push({ start: node.expression.end, end: node.end, text: "" });
    return collectEdits(node.expression, reader, shadowed, edits);
  }
  if (ts.isAwaitExpression(node)) refuseStep(node, "`await` inside an expression", reader);
  if (ts.isCallExpression(node) && isStep(node.expression, reader)) refuseStep(node, "the call of a step inside an expression", reader);
  if (ts.isPropertyAccessExpression(node)) return collectEdits(node.expression, reader, shadowed, edits);
  if (ts.isShorthandPropertyAssignment(node)) {
    const text = shadowed.has(node.name.text) ? undefined : replacementOf(node.name.text, reader);
    if (text !== undefined && text !== node.name.text) edits.push({ start: node.name.end, end: node.name.end, text: `: ${text}` });
    return;
  }
  if (ts.isPropertyAssignment(node)) {
    if (ts.isComputedPropertyName(node.name)) collectEdits(node.name.expression, reader, shadowed, edits);
    return collectEdits(node.initializer, reader, shadowed, edits);
  }
  if (ts.isArrowFunction(node)) {
    const inner = new Set(shadowed);
    for (const parameter of node.parameters) {
      addBoundNames(parameter.name, inner);
      if (parameter.type) edits.push({ start: parameter.name.end, end: parameter.type.end, text: "" });
    }
    return collectEdits(node.body, reader, inner, edits);
  }
  ts.forEachChild(node, (child) => collectEdits(child, reader, shadowed, edits));
}

function isStep(callee: ts.Expression, reader: Reader): boolean {
  if (!ts.isIdentifier(callee)) return false;
  const found = reader.imports.get(callee.text);
  return (found !== undefined && found.kind !== "helper") || reader.steps.has(callee.text);
}

function refuseStep(node: ts.Node, problem: string, reader: Reader): never {
  const advice = "Give the step a line of its own, `const result = await request({ … });`, and use `result` here.";
  return reader.fail(node, "source-expression", { problem, advice });
}

function addBoundNames(name: ts.BindingName, into: Set<string>): void {
  if (ts.isIdentifier(name)) into.add(name.text);
  else for (const element of name.elements) if (ts.isBindingElement(element)) addBoundNames(element.name, into);
}

function replacementOf(name: string, reader: Reader): string | undefined {
  const found = reader.imports.get(name);
  if (found?.kind === "helper" && found.name === "env") return "env";
  const meaning = reader.meanings.get(name);
  switch (meaning?.kind) {
    case "node":
      return meaning.id;
    case "error":
      return `${meaning.of}Error`;
    case "pure":
      return `(${meaning.text})`;
    default:
      return undefined;
  }
}

function collectComments(node: ts.Node, file: ts.SourceFile, start: number, end: number, edits: Edit[]): void {
  const known = new Set<number>();
  const add = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const range of ranges ?? []) {
      if (range.pos < start || range.end > end || known.has(range.pos)) continue;
      known.add(range.pos);
      edits.push({ start: range.pos, end: range.end, text: " " });
    }
  };
  const visit = (child: ts.Node): void => {
    add(ts.getLeadingCommentRanges(file.text, child.pos));
    add(ts.getTrailingCommentRanges(file.text, child.end));
    for (const token of child.getChildren(file)) visit(token);
  };
  visit(node);
}

function applyEdits(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let out = "";
  let at = start;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue;
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at, end);
}
