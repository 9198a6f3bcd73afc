import type { ts } from "ts-morph";
import type { Catalog } from "../catalog.ts";
import type { Diagnostic, GraphLocation } from "../diagnostics/diagnostic.ts";
import type { GraphPath, SourceMap } from "../emit/source-map.ts";
import type { Expression } from "../expression/ast.ts";
import { parseExpressionOnce, parseTemplateOnce } from "../expression/index.ts";
import { expressionOfTemplate } from "../expression/values.ts";
import type { Graph, GraphNode } from "../schema/graph.ts";
import type { Json } from "../schema/json.ts";
import { configOf, fieldForm, nodeKind } from "../schema/node-facts.ts";
import type { Alignment } from "./align.ts";
import { alignExpression } from "./align.ts";

/** A module, and the graph it was made from. */
export interface Subject {
  readonly file: ts.SourceFile;
  readonly types: ts.TypeChecker;
  readonly map: SourceMap;
  readonly catalog: Catalog;
  /** Undefined when only the module is at hand: what is wrong is then shown in its text. */
  readonly graph?: Graph | undefined;
}

/** Where something is wrong: for whom (a node and its field), and the typed text with the part that is meant. */
export interface Found {
  readonly location: GraphLocation;
  readonly details: Pick<Diagnostic, "excerpt" | "span">;
  /** The part as it was typed. */
  readonly text: string;
}

/** The node and field that a part of the module came from, and its place in the text of that field. */
export function findPlace(part: ts.Node, subject: Subject): Found {
  const { file, map, graph } = subject;
  const start = part.getStart(file);
  const end = part.getEnd();
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const span = { start, end, line: line + 1, column: character + 1 };
  const code = file.text.slice(start, end);
  const entry = map.at(start) ?? map.at(Math.max(start, end - 1));
  const inModule: Found = { location: {}, details: { span, excerpt: excerptOf(file.text, start, end) }, text: code };
  if (!entry) return inModule;
  const location = entry.path.length > 0 ? { node: entry.node, path: entry.path } : { node: entry.node };
  const node = graph?.nodes.find(({ id }) => id === entry.node);
  const field = node && entry.path.length > 0 ? readField(node, entry.path, subject.catalog) : undefined;
  if (!field) return { ...inModule, location };
  const found = field.verbatim
    ? findInCode(file.text, entry.start, start, end, field.text)
    : findInField(part, field.expression, entry, file);
  const whole = found ?? { start: 0, end: field.text.length };
  const excerpt = { text: field.text, ...whole };
  return { location, details: { span, excerpt }, text: found ? field.text.slice(found.start, found.end) : code };
}

interface TypedField {
  readonly text: string;
  readonly verbatim: boolean;
  readonly expression?: Expression | undefined;
}

function readField(node: GraphNode, path: GraphPath, catalog: Catalog): TypedField | undefined {
  const value = valueAt(configOf(node), path);
  if (value === undefined) return undefined;
  if (typeof value !== "string") return { text: JSON.stringify(value), verbatim: false };
  const facts = nodeKind(node.kind, catalog);
  const form = facts ? fieldForm(facts, path) : "template";
  if (form === "verbatim") return { text: value, verbatim: true };
  if (form === "expression") {
    const parsed = parseExpressionOnce(value);
    return { text: value, verbatim: false, expression: parsed.ok ? parsed.expression : undefined };
  }
  const parsed = parseTemplateOnce(value);
  return { text: value, verbatim: false, expression: parsed.ok ? expressionOfTemplate(parsed.template) : undefined };
}

/** The value at a path of a config; undefined where there is none. */
export function valueAt(value: Json | undefined, path: GraphPath): Json | undefined {
  let at = value;
  for (const step of path) {
    if (at === null || typeof at !== "object") return undefined;
    at = Array.isArray(at) ? at[Number(step)] : Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return at;
}

const alignments = new WeakMap<ts.Node, Alignment>();

function findInField(
  part: ts.Node,
  expression: Expression | undefined,
  entry: { readonly start: number; readonly end: number },
  file: ts.SourceFile,
): { start: number; end: number } | undefined {
  if (!expression) return undefined;
  let root = part;
  while (root.parent && root.parent.getStart(file) >= entry.start && root.parent.getEnd() <= entry.end) root = root.parent;
  let known = alignments.get(root);
  if (!known) alignments.set(root, (known = alignExpression(root, expression)));
  for (let at = part; ; at = at.parent) {
    const span = known.get(at);
    if (span) return { start: span.start, end: span.end };
    if (at === root || !at.parent) return undefined;
  }
}

/** The body of a code step is printed as it was typed but for the indentation of its lines. */
function findInCode(source: string, from: number, start: number, end: number, text: string): { start: number; end: number } {
  const typed = text.split("\n");
  const place = (offset: number): number => {
    const row = Math.min(source.slice(from, offset).split("\n").length, typed.length) - 1;
    const lineStart = source.lastIndexOf("\n", offset - 1) + 1;
    const shift = Math.max(0, indentOf(source.slice(lineStart)) - indentOf(typed[row] ?? ""));
    const before = typed.slice(0, row).reduce((length, line) => length + line.length + 1, 0);
    return Math.min(text.length, before + Math.max(0, offset - lineStart - shift));
  };
  return { start: place(start), end: Math.max(place(end), place(start)) };
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** The line of the module, as the text a caret points into. */
function excerptOf(source: string, start: number, end: number): { text: string; start: number; end: number } {
  const from = source.lastIndexOf("\n", start - 1) + 1;
  const newline = source.indexOf("\n", start);
  const text = source.slice(from, newline < 0 ? source.length : newline);
  return { text, start: start - from, end: Math.min(end - from, text.length) };
}
