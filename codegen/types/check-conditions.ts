import { ts } from "ts-morph";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { quote } from "../diagnostics/quote.ts";
import { describeType, mayBeMissing } from "./describe-type.ts";
import { isLoose } from "./members.ts";
import type { Subject } from "./place.ts";
import { findPlace } from "./place.ts";
import { unwrap } from "./why-missing.ts";

/** Conditions that always hold because a list or an object counts as true, which TypeScript lets pass. */
export function checkConditions(subject: Subject): Diagnostic[] {
  const found: Diagnostic[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node))
      checkTest(ts.isIfStatement(node) ? node.expression : node.condition, subject, found);
    ts.forEachChild(node, visit);
  };
  visit(subject.file);
  return found;
}

function checkTest(test: ts.Expression, subject: Subject, found: Diagnostic[]): void {
  const inner = unwrap(test);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === ts.SyntaxKind.ExclamationToken)
    return checkTest(inner.operand, subject, found);
  if (ts.isBinaryExpression(inner) && ["&&", "||"].includes(inner.operatorToken.getText(subject.file))) {
    checkTest(inner.left, subject, found);
    return checkTest(inner.right, subject, found);
  }
  const type = subject.types.getTypeAtLocation(inner);
  const parts = type.isUnion() ? type.types : [type];
  const isObject = parts.every((part) => (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0);
  const place = findPlace(inner, subject);
  const { path } = place.location;
  // The emitter's own tests, of errors and of who answered, are of values that may be missing or were written by it.
  if (path === undefined || path[0] === "source" || isLoose(type) || mayBeMissing(type) || !isObject) return;
  const isList = subject.types.isArrayLikeType(type);
  const advice = isList ? `Ask how long it is: ${quote(`${place.text}.length > 0`)}.` : "Ask for one of its fields.";
  const parameters = { text: place.text, what: describeType(type, subject.types), advice };
  found.push(createDiagnostic("always-true", parameters, place.location, place.details));
}
