import { ts } from "ts-morph";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticsOf } from "../emit/code-body.ts";
import { unescapeComment } from "../emit/comment.ts";
import type { Json } from "../schema/json.ts";
import type { JsonSchema } from "../schema/output-schema.ts";
import { findSchemaProblem } from "../schema/output-schema.ts";
import { SourceError, fail, stretchOf } from "./source-error.ts";

/** A type declared in the module, by its name. */
export type DeclaredType = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/** Where a type is read: its file, and the types declared there. */
export interface TypePlace {
  readonly file: ts.SourceFile;
  readonly declared: ReadonlyMap<string, DeclaredType>;
}

type ReadSchema = { readonly ok: true; readonly schema: JsonSchema } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The JSON Schema of a TypeScript type that a person typed: a type, or declarations of which the first is meant. Never throws. */
export function parseTypeText(text: string): ReadSchema {
  const declares = /^\s*(?:\/\*[\s\S]*?\*\/\s*|\/\/.*\n\s*)*(?:export\s+)?(?:interface|type)\s/.test(text);
  const source = declares ? text : `type Data =\n${text}`;
  try {
    const file = ts.createSourceFile("type.ts", source, ts.ScriptTarget.ES2024, true, ts.ScriptKind.TS);
    const [problem] = diagnosticsOf(file);
    if (problem) {
      const start = problem.start ?? 0;
      const message = ts.flattenDiagnosticMessageText(problem.messageText, " ").replace(/\.$/, "");
      fail(file, { start, end: start + (problem.length ?? 0) }, "source-syntax", { problem: message });
    }
    const types = file.statements.map((statement) =>
      isDeclaredType(statement) ? statement : refuse(statement, file, "more than types", "Write types only."),
    );
    const [first] = types;
    if (!first)
      return { ok: false, diagnostics: [createDiagnostic("source-missing", { what: "type", advice: "Write `{ name: string }`." }, {})] };
    const place = { file, declared: new Map(types.map((type) => [type.name.text, type])) };
    return { ok: true, schema: checkSchema(readDeclared(first, place, [first.name.text]), first, place) };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, diagnostics: [createDiagnostic("nested-too-deeply", {}, {})] };
    if (!(error instanceof SourceError)) throw error;
    return { ok: false, diagnostics: [declares ? error.diagnostic : withoutHead(error.diagnostic, source.length - text.length)] };
  }
}

/** The same place in the text that was typed, without what was written before it. */
function withoutHead(diagnostic: Diagnostic, head: number): Diagnostic {
  const { span, excerpt, ...rest } = diagnostic;
  if (!span) return diagnostic;
  const start = Math.max(0, span.start - head);
  const moved = { ...rest, span: { ...span, start, end: Math.max(start, span.end - head), line: Math.max(1, span.line - 1) } };
  return excerpt && span.line > 1 ? { ...moved, excerpt } : moved;
}

export function isDeclaredType(statement: ts.Statement): statement is DeclaredType {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

/** The JSON Schema of a type as it is written. Refuses, with its place, what a schema of JSON cannot say. */
export function readType(node: ts.TypeNode, place: TypePlace): JsonSchema {
  return checkSchema(read(node, place, []), node, place);
}

function checkSchema(schema: JsonSchema, node: ts.Node, { file }: TypePlace): JsonSchema {
  const problem = findSchemaProblem(schema);
  if (problem) refuse(node, file, `this type: ${problem.problem}`, "Describe plain JSON.");
  return schema;
}

function read(node: ts.TypeNode, place: TypePlace, through: readonly string[]): JsonSchema {
  const inner = (type: ts.TypeNode): JsonSchema => read(type, place, through);
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { type: "string" };
    case ts.SyntaxKind.NumberKeyword:
      return { type: "number" };
    case ts.SyntaxKind.BooleanKeyword:
      return { type: "boolean" };
    case ts.SyntaxKind.AnyKeyword:
    case ts.SyntaxKind.UnknownKeyword:
      return {};
  }
  if (ts.isParenthesizedTypeNode(node)) return inner(node.type);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) return inner(node.type);
  if (ts.isArrayTypeNode(node)) return { type: "array", items: inner(node.elementType) };
  if (ts.isLiteralTypeNode(node)) return readLiteral(node, place);
  if (ts.isUnionTypeNode(node)) return readUnion(node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword).map(inner));
  if (ts.isTypeLiteralNode(node)) return readMembers(node.members, place, through);
  if (ts.isTypeReferenceNode(node)) return readReference(node, place, through);
  return refuse(
    node,
    place.file,
    `the type ${show(node, place)} here`,
    "Describe plain JSON: objects, arrays, texts, numbers, booleans, null, and unions of them.",
  );
}

function readLiteral({ literal }: ts.LiteralTypeNode, { file }: TypePlace): JsonSchema {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return { type: "null" };
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return { const: true };
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return { const: false };
  if (ts.isStringLiteral(literal)) return { const: literal.text };
  const number = ts.isPrefixUnaryExpression(literal) ? literal.operand : literal;
  if (ts.isNumericLiteral(number) && Number.isFinite(Number(number.text)))
    return { const: Number(number.text) * (number === literal ? 1 : -1) };
  return refuse(literal, file, "this literal in a type", "Write a text, a number, `true`, `false` or `null`.");
}

/** Values become one `enum`, plain types one list, everything else `anyOf`. */
function readUnion(options: readonly JsonSchema[]): JsonSchema {
  const [only, more] = options;
  if (only && more === undefined) return only;
  // `any` takes everything else in.
  if (options.some((option) => Object.keys(option).length === 0)) return {};
  const values = options.map((option) => (option["type"] === "null" ? null : option["const"]));
  if (options.some((option) => "const" in option) && values.every((value) => value !== undefined)) return { enum: values };
  const isPlain = (option: JsonSchema): boolean => Object.keys(option).length === 1 && typeof option["type"] === "string";
  if (options.every(isPlain)) return { type: options.map((option) => option["type"] ?? "null") };
  return { anyOf: options.map((option) => ({ ...option })) };
}

function readReference(node: ts.TypeReferenceNode, place: TypePlace, through: readonly string[]): JsonSchema {
  const name = ts.isIdentifier(node.typeName) ? node.typeName.text : "";
  const [first, second] = node.typeArguments ?? [];
  const declared = place.declared.get(name);
  if (declared && !first) {
    if (through.includes(name))
      refuse(node, place.file, `the type \`${name}\`, which holds itself`, "Write `any` where it would begin again.");
    return readDeclared(declared, place, [...through, name]);
  }
  if ((name === "Array" || name === "ReadonlyArray") && first && !second) return { type: "array", items: read(first, place, through) };
  if (name === "Record" && first && second && first.kind === ts.SyntaxKind.StringKeyword) {
    if (second.kind === ts.SyntaxKind.NeverKeyword) return { type: "object", additionalProperties: false };
    const items = read(second, place, through);
    return Object.keys(items).length === 0 ? { type: "object" } : { type: "object", additionalProperties: items };
  }
  const advice =
    name === "Date" ? "JSON has no dates: they arrive as texts, so write `string`." : "Write the type out, or declare it in this module.";
  return refuse(node, place.file, `the type ${show(node, place)} here`, advice);
}

function readDeclared(declared: DeclaredType, place: TypePlace, through: readonly string[]): JsonSchema {
  const [parameter] = declared.typeParameters ?? [];
  if (parameter) refuse(parameter, place.file, "a type parameter here", "Write the type out.");
  const description = readDescription(declared, place);
  if (ts.isTypeAliasDeclaration(declared)) return { ...description, ...read(declared.type, place, through) };
  const [heritage] = declared.heritageClauses ?? [];
  if (heritage) refuse(heritage, place.file, "an interface that extends another", "Write its members out.");
  return { ...description, ...readMembers(declared.members, place, through) };
}

function readMembers(members: ts.NodeArray<ts.TypeElement>, place: TypePlace, through: readonly string[]): JsonSchema {
  const properties: [string, Json][] = [];
  const required: string[] = [];
  let rest: JsonSchema | undefined;
  for (const member of members) {
    if (ts.isIndexSignatureDeclaration(member)) {
      rest = read(member.type, place, through);
      continue;
    }
    const name =
      member.name && (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) || ts.isNumericLiteral(member.name))
        ? member.name.text
        : undefined;
    if (!ts.isPropertySignature(member) || name === undefined || !member.type) {
      refuse(member, place.file, "this member of a type", "Write `name: type;`.");
    }
    properties.push([name, { ...readDescription(member, place), ...read(member.type, place, through) }]);
    if (!member.questionToken && !allowsUndefined(member.type)) required.push(name);
  }
  const isOpen = rest !== undefined && Object.keys(rest).length === 0;
  if (properties.length === 0) return rest === undefined || isOpen ? { type: "object" } : { type: "object", additionalProperties: rest };
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    ...(rest === undefined ? {} : { additionalProperties: isOpen ? true : rest }),
  };
}

function allowsUndefined(type: ts.TypeNode): boolean {
  return ts.isUnionTypeNode(type) && type.types.some(({ kind }) => kind === ts.SyntaxKind.UndefinedKeyword);
}

/** What the doc comment above says. */
function readDescription(node: ts.Node, { file }: TypePlace): { description?: string } {
  // On the line of the member before, TypeScript takes it for a comment behind that one.
  const ranges = [...(ts.getTrailingCommentRanges(file.text, node.pos) ?? []), ...(ts.getLeadingCommentRanges(file.text, node.pos) ?? [])];
  const comment = ranges.findLast((range) => file.text.startsWith("/**", range.pos) && range.end - range.pos > 4);
  if (!comment) return {};
  const lines = file.text
    .slice(comment.pos + 3, comment.end - 2)
    .split(/\r?\n/)
    .map((line, index) => (index === 0 ? line : line.replace(/^\s*\*? ?/, "")).trimEnd());
  const description = unescapeComment(lines.join("\n").trim()).trim();
  return description === "" ? {} : { description };
}

function show(node: ts.Node, { file }: TypePlace): string {
  const text = node.getText(file).replace(/\s+/g, " ");
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

function refuse(node: ts.Node, file: ts.SourceFile, what: string, advice: string): never {
  return fail(file, stretchOf(node, file), "source-not-supported", { what, advice });
}
