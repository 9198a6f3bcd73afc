import { ts } from "ts-morph";
import { parseExpression } from "../expression/parse-expression.ts";
import { alignExpression } from "./align.ts";
import type { FieldScope, KnownField, ScopeEntry } from "./field-scope.ts";
import type { Member } from "./members.ts";
import { isLoose, membersOf, sampleAt, typeAt } from "./members.ts";
import type { Probe } from "./probe.ts";

/** What may be written at a place, and which part of the text it replaces. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  /** After a dot. */
  readonly members: readonly Member[];
  /** Elsewhere in an expression. */
  readonly names: readonly ScopeEntry[];
}

/** Completes a field's text at an offset; the text need not parse. */
export function completeAt(
  text: string,
  offset: number,
  isBare: boolean,
  at: KnownField,
  scope: FieldScope,
  probeText: (expression: string) => Probe | undefined,
  samples: Readonly<Record<string, unknown>>,
): Completions {
  const end = Math.min(Math.max(offset, 0), text.length);
  const begin = isBare ? 0 : startOfExpression(text, end);
  const before = begin === undefined ? "" : text.slice(begin, end);
  const partial = /[A-Za-z_$][\w$]*$/.exec(before)?.[0] ?? "";
  const rest = /^[\w$]*/.exec(text.slice(end))?.[0] ?? "";
  const replaced = { from: end - partial.length, to: end + rest.length };
  if (begin === undefined || isInString(before)) return { ...replaced, members: [], names: [] };
  const head = before.slice(0, before.length - partial.length);
  if (/(?:^|[^\w\])"'`.])\d+\.$/.test(head)) return { ...replaced, members: [], names: [] };
  if (!/\??\.\s*$/.test(head)) return { ...replaced, members: [], names: [...parametersAt(head), ...scope.entries] };
  const members = readMembers(head.replace(/\??\.\s*$/, ""), at, scope, probeText, samples);
  return { ...replaced, members, names: [] };
}

/** Where the expression around an offset starts: behind its `{{`; undefined in plain text. */
function startOfExpression(text: string, offset: number): number | undefined {
  const open = text.lastIndexOf("{{", offset - 1);
  if (open < 0 || open + 2 > offset) return undefined;
  const close = text.lastIndexOf("}}", offset - 1);
  return close > open && !isInString(text.slice(open + 2, close)) && isBalanced(text.slice(open + 2, close)) ? undefined : open + 2;
}

interface Nesting {
  readonly closers: readonly string[];
  readonly inString: boolean;
}

/** What is open at the end of an unfinished text: brackets, templates, a string. */
function readNesting(text: string): Nesting {
  const closers: string[] = [];
  let quote = "";
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (quote !== "") {
      if (character === "\\") index += 1;
      else if (character === quote) quote = "";
      else if (quote === "`" && character === "$" && text[index + 1] === "{") {
        closers.push("}`");
        quote = "";
        index += 1;
      }
    } else if (character === '"' || character === "'" || character === "`") quote = character;
    else if (character === "(" || character === "[" || character === "{")
      closers.push(character === "(" ? ")" : character === "[" ? "]" : "}");
    else if (character === ")" || character === "]" || character === "}") {
      if (closers.pop() === "}`") quote = "`";
    }
  }
  return { closers, inString: quote !== "" };
}

function isInString(text: string): boolean {
  return readNesting(text).inString;
}

function isBalanced(text: string): boolean {
  return readNesting(text).closers.length === 0;
}

/** The members of what a text ends with. */
function readMembers(
  head: string,
  at: KnownField,
  scope: FieldScope,
  probeText: (expression: string) => Probe | undefined,
  samples: Readonly<Record<string, unknown>>,
): readonly Member[] {
  const closed = `(${head}${readNesting(head).closers.toReversed().join("")})`;
  const file = ts.createSourceFile("/text.ts", closed, ts.ScriptTarget.ES2024, true);
  const receiver = lastExpression(file, head.length + 1);
  if (!receiver) return [];
  const chain = readChain(receiver);
  const parameters = new Set(parametersAt(head).map(({ name }) => name));
  if (chain && !parameters.has(String(chain[0]))) return scope.members(chain);
  const type = at.module && evaluate(receiver, at);
  if (type && at.module) return membersOf(type, at.module.types, at.module.file, sampleOf(receiver, samples));
  const found = probeReceiver(head, receiver.getText(file), probeText);
  if (!found) return [];
  const { types } = found.module;
  return membersOf(types.getTypeAtLocation(found.expression), types, found.expression);
}

/** The expression that ends where the text does: what stands before the dot. */
function lastExpression(file: ts.SourceFile, end: number): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    if (node.getEnd() === end && isReceiver(node) && (!found || node.getStart(file) <= found.getStart(file))) found ??= node;
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether a node is a whole expression: the parser takes what is still open for one, too. */
function isReceiver(node: ts.Node): node is ts.Expression {
  const last = node.getText().at(-1);
  if (ts.isIdentifier(node)) return node.text !== "" && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node);
  if (ts.isCallExpression(node) || ts.isParenthesizedExpression(node)) return last === ")";
  if (ts.isElementAccessExpression(node) || ts.isArrayLiteralExpression(node)) return last === "]";
  return ts.isPropertyAccessExpression(node) || ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** `order.items[0]` as `["order", "items", 0]`; undefined for anything else. */
function readChain(expression: ts.Expression): (string | number)[] | undefined {
  const path: (string | number)[] = [];
  let at = expression;
  for (;;) {
    if (ts.isIdentifier(at)) return [at.text, ...path];
    if (ts.isPropertyAccessExpression(at)) path.unshift(at.name.text);
    else if (ts.isElementAccessExpression(at) && ts.isNumericLiteral(at.argumentExpression))
      path.unshift(Number(at.argumentExpression.text));
    else if (ts.isElementAccessExpression(at) && ts.isStringLiteralLike(at.argumentExpression)) path.unshift(at.argumentExpression.text);
    else return undefined;
    at = at.expression;
  }
}

const sameList: ReadonlySet<string> = new Set(["filter", "slice", "toSorted", "toReversed", "concat"]);
const oneItem: ReadonlySet<string> = new Set(["find", "findLast", "at"]);
const overItems: ReadonlySet<string> = new Set(["map", "filter", "find", "findLast", "findIndex", "some", "every", "flatMap", "toSorted"]);

/** The type of simple expressions over what is in scope, without asking TypeScript anew: chains, and the items that callbacks are given. */
function evaluate(expression: ts.Expression, at: KnownField): ts.Type | undefined {
  const types = at.module?.types;
  if (!types || !at.module) return undefined;
  if (ts.isParenthesizedExpression(expression)) return evaluate(expression.expression, at);
  if (ts.isIdentifier(expression)) {
    const item = itemOfCallback(expression, at);
    if (item !== "none") return item;
    const value = at.values.get(expression.text);
    return value && types.getTypeAtLocation(value);
  }
  if (ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression)) {
    const base = evaluate(expression.expression, at);
    const [step] = readChain(expression)?.slice(-1) ?? [ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined];
    return base && step !== undefined ? typeAt(base, [step], types, at.module.file) : undefined;
  }
  if (ts.isCallExpression(expression) && ts.isPropertyAccessExpression(expression.expression)) {
    const base = evaluate(expression.expression.expression, at);
    const list = base && types.getNonNullableType(base);
    const method = expression.expression.name.text;
    if (list && types.isArrayLikeType(list) && sameList.has(method)) return list;
    if (list && types.isArrayLikeType(list) && oneItem.has(method)) return list.getNumberIndexType();
    const signatures = list && !isLoose(list) ? typeAt(list, [method], types, at.module.file)?.getCallSignatures() : undefined;
    const [only, ...more] = signatures ?? [];
    return only && more.length === 0 && !only.typeParameters ? only.getReturnType() : undefined;
  }
  return undefined;
}

/** What the parameter of a callback stands for; "none" where the name is no parameter. */
function itemOfCallback(name: ts.Identifier, at: KnownField): ts.Type | undefined | "none" {
  for (let node: ts.Node = name; node.parent; node = node.parent) {
    if (!ts.isArrowFunction(node)) continue;
    const index = node.parameters.findIndex((parameter) => parameter.name.getText() === name.text);
    if (index < 0) continue;
    const call = node.parent;
    if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
    const method = call.expression.name.text;
    const takesItem = overItems.has(method) ? index === 0 || (method === "toSorted" && index === 1) : method === "reduce" && index === 1;
    const list = takesItem ? evaluate(call.expression.expression, at) : undefined;
    return list && at.module?.types.getNonNullableType(list).getNumberIndexType();
  }
  return "none";
}

function sampleOf(receiver: ts.Expression, samples: Readonly<Record<string, unknown>>): unknown {
  const chain = readChain(receiver);
  return chain ? sampleAt(samples, chain) : undefined;
}

/** Closes what is open, puts the whole into the field, and finds the receiver in what TypeScript understood. */
function probeReceiver(
  head: string,
  receiver: string,
  probeText: (expression: string) => Probe | undefined,
): { module: Probe["module"]; expression: ts.Expression } | undefined {
  const closed = head + readNesting(head).closers.toReversed().join("");
  const parsed = parseExpression(closed);
  const found = parsed.ok ? probeText(closed) : undefined;
  if (!parsed.ok || !found) return undefined;
  // Parentheses are not kept apart from what is in them.
  const parentheses = /^[(\s]*/.exec(receiver)?.[0].length ?? 0;
  const start = head.length - receiver.length + parentheses;
  const end = head.trimEnd().length - (parentheses > 0 ? (/[)\s]*$/.exec(receiver)?.[0].length ?? 0) : 0);
  for (const [node, span] of alignExpression(found.expression, parsed.expression)) {
    if (span.start === start && span.end === end && ts.isExpression(node)) return { module: found.module, expression: node };
  }
  return undefined;
}

/** The parameters of the arrow functions that an offset is in. */
function parametersAt(head: string): ScopeEntry[] {
  const file = ts.createSourceFile("/text.ts", `(${head}$`, ts.ScriptTarget.ES2024, true);
  const found: ScopeEntry[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isArrowFunction(node) && node.body.getEnd() >= head.length + 2) {
      const names = node.parameters.flatMap(({ name }) =>
        ts.isIdentifier(name)
          ? [name.text]
          : name.elements.flatMap((element) => (ts.isBindingElement(element) && ts.isIdentifier(element.name) ? [element.name.text] : [])),
      );
      for (const name of names)
        found.unshift({ name, kind: "item", type: "any", words: "an item of the list", optional: false, hasMembers: true });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
