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
    if (ts.isTemplateExpression(node)) for (const span of node.templateSpans) checkPart(span.expression, subject, found);
    ts.forEachChild(node, visit);
  };
  visit(subject.file);
  return found;
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
