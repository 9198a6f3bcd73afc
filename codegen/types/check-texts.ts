import { ts } from "ts-morph";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isMissing, mayBeMissing } from "./describe-type.ts";
import { adviseFallback } from "./explain-missing.ts";
import type { Subject } from "./place.ts";
import { findPlace } from "./place.ts";
import { findWhyMissing, unwrap } from "./why-missing.ts";

/** What TypeScript lets pass into a text though it reads badly there: objects, lists, and values that may be missing. */
export function checkTexts(subject: Subject): Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (node: ts.Node): void => {
    for (const part of partsOfText(node, subject)) checkPart(part, subject, found);
    const joined = joinedObjects(node, subject);
    if (joined) checkPart(joined, subject, found);
    ts.forEachChild(node, visit);
  };
  visit(subject.file);
  return found;
}

/** What a node makes text of: the holes of a template, what is added to a text, what `String` and `join` are given, a header. */
function partsOfText(node: ts.Node, { types, map, file, graph }: Subject): readonly ts.Expression[] {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map((span) => span.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const isText = (types.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
    return isText ? [node.left, node.right] : [];
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "String") return node.arguments.slice(0, 1);
  if (ts.isPropertyAssignment(node)) {
    const entry = map.at(node.initializer.getStart(file));
    const isHeader =
      entry?.path[0] === "headers" &&
      entry.path.length === 2 &&
      graph?.nodes.find(({ id }) => id === entry.node)?.kind === "control.return";
    // A header that is missing is left out.
    return isHeader && !ts.isTemplateExpression(node.initializer) && !mayBeMissing(types.getTypeAtLocation(node.initializer))
      ? [node.initializer]
      : [];
  }
  return [];
}

/** The list whose objects a `join` makes text of. */
function joinedObjects(node: ts.Node, { types }: Subject): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== "join")
    return undefined;
  const list = node.expression.expression;
  const item = types.getNonNullableType(types.getTypeAtLocation(list)).getNumberIndexType();
  return item && isObject(item) ? list : undefined;
}

function checkPart(part: ts.Expression, subject: Subject, found: Diagnostic[]): void {
  const { types } = subject;
  const type = types.getTypeAtLocation(part);
  const place = findPlace(part, subject);
  const { node, path } = place.location;
  // Code of a person's own, and what the emitter writes itself, is not a mapping.
  if (node === undefined || path === undefined || path[0] === "source") return;
  if (mayBeMissing(type)) {
    const { because } = findWhyMissing(part, subject);
    const parameters = { text: place.text, because, advice: adviseFallback(part, subject) };
    found.push(createDiagnostic("missing-in-text", parameters, place.location, place.details));
  } else if (isObject(type) && !isSaidByCheck(part, subject)) {
    found.push(createDiagnostic("object-in-text", { text: place.text }, place.location, place.details));
  }
}

function isObject(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.some((part) => !isMissing(part) && isObject(part));
  return (type.flags & ts.TypeFlags.Object) !== 0 && !["Date", "URL"].includes(type.symbol?.name ?? "");
}

/** The graph alone shows that a literal, or the whole output of most nodes, is an object. */
function isSaidByCheck(part: ts.Expression, subject: Subject): boolean {
  const inner = unwrap(part);
  if (ts.isObjectLiteralExpression(inner) || ts.isArrayLiteralExpression(inner)) return true;
  const node = ts.isIdentifier(inner) ? subject.graph?.nodes.find(({ id }) => id === inner.text) : undefined;
  return node !== undefined && !["code", "control.call", "control.waitForEvent"].includes(node.kind);
}
