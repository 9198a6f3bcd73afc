import { ts } from "ts-morph";
import { nearestName } from "../check/nearest-name.ts";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { quote, quoteList } from "../diagnostics/quote.ts";
import { adviseField, adviseFit, isDuration } from "./advise-fit.ts";
import { constantsOf, describeType, joinWith, mayBeMissing } from "./describe-type.ts";
import { explainMissing } from "./explain-missing.ts";
import type { Subject } from "./place.ts";
import { findPlace } from "./place.ts";
import { unwrap } from "./why-missing.ts";

type Wanted = ts.Type | "list";

export function explainMismatch(value: ts.Expression, wanted: Wanted, subject: Subject): Diagnostic;
export function explainMismatch(value: ts.Expression, wanted: Wanted, subject: Subject, maybe: true): Diagnostic | undefined;
/** A value is given where another type is wanted: the innermost part that does not fit, in words. With `maybe`, undefined when all of it fits. */
export function explainMismatch(value: ts.Expression, wanted: Wanted, subject: Subject, maybe = false): Diagnostic | undefined {
  const leaf = findLeaf(value, wanted, subject);
  if (!leaf && maybe) return undefined;
  return leaf?.explain() ?? explainLeaf(value, wanted, subject);
}

interface Leaf {
  explain(): Diagnostic;
}

function findLeaf(value: ts.Expression, wanted: Wanted, subject: Subject): Leaf | undefined {
  const { types } = subject;
  const inner = unwrap(value);
  const type = types.getTypeAtLocation(inner);
  if (type.flags & ts.TypeFlags.Any) return undefined;
  if (wanted !== "list" && types.isTypeAssignableTo(type, wanted) && !hasExcess(inner, wanted, types)) return undefined;
  if (wanted === "list" && types.isArrayLikeType(type)) return undefined;
  if (wanted !== "list" && ts.isObjectLiteralExpression(inner)) {
    const found = findInObject(inner, wanted, subject);
    if (found) return found;
  }
  if (wanted !== "list" && ts.isArrayLiteralExpression(inner) && takesList(wanted, types)) {
    for (const element of inner.elements) {
      const item = ts.isSpreadElement(element) ? undefined : types.getContextualType(element);
      const found = item && findLeaf(element, item, subject);
      if (found) return found;
    }
  }
  const made = wanted === "list" ? undefined : findInCallback(inner, wanted, subject);
  if (made) return made;
  if (ts.isConditionalExpression(inner)) {
    const found = findLeaf(inner.whenTrue, wanted, subject) ?? findLeaf(inner.whenFalse, wanted, subject);
    if (found) return found;
  }
  if (ts.isBinaryExpression(inner) && ["??", "||"].includes(inner.operatorToken.getText(subject.file))) {
    const left = types.getNonNullableType(types.getTypeAtLocation(inner.left));
    const right = findLeaf(inner.right, wanted, subject);
    const isFallbackAlike =
      right !== undefined && types.isArrayLikeType(left) && types.isArrayLikeType(types.getTypeAtLocation(inner.right));
    if (right && !isFallbackAlike) return right;
    if (wanted !== "list" && !types.isTypeAssignableTo(left, wanted))
      return { explain: () => explainLeaf(inner.left, wanted, subject, left) };
    if (right) return right;
  }
  return { explain: () => explainLeaf(inner, wanted, subject) };
}

function takesList(wanted: ts.Type, types: ts.TypeChecker): boolean {
  return (wanted.isUnion() ? wanted.types : [wanted]).some((part) => types.isArrayLikeType(part));
}

/** What `list.map((item) => …)` makes of each item is where a list of the wrong items goes wrong. */
function findInCallback(value: ts.Expression, wanted: ts.Type, subject: Subject): Leaf | undefined {
  if (!ts.isCallExpression(value) || !ts.isPropertyAccessExpression(value.expression) || value.expression.name.text !== "map")
    return undefined;
  const [callback] = value.arguments;
  const item = subject.types.getNonNullableType(wanted).getNumberIndexType();
  return item && callback && ts.isArrowFunction(callback) && isExpression(callback.body)
    ? findLeaf(callback.body, item, subject)
    : undefined;
}

function isExpression(node: ts.Node): node is ts.Expression {
  return ts.isExpression(node);
}

/** Whether an object literal names a field that is not wanted, which alone does not make it unassignable. */
function hasExcess(value: ts.Expression, wanted: ts.Type, types: ts.TypeChecker): boolean {
  return ts.isObjectLiteralExpression(value) && value.properties.some((property) => isExcess(property, wanted, types));
}

function isExcess(property: ts.ObjectLiteralElementLike, wanted: ts.Type, types: ts.TypeChecker): boolean {
  const name = property.name && !ts.isComputedPropertyName(property.name) ? property.name.text : undefined;
  const shapes = shapesOf(wanted);
  if (name === undefined || shapes.length === 0) return false;
  return shapes.every((shape) => !types.getPropertyOfType(shape, name) && !shape.getStringIndexType() && shape.getProperties().length > 0);
}

function shapesOf(type: ts.Type): ts.Type[] {
  return (type.isUnion() ? type.types : [type]).filter((part) => part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));
}

function findInObject(value: ts.ObjectLiteralExpression, wanted: ts.Type, subject: Subject): Leaf | undefined {
  const { types } = subject;
  const [shape, ...more] = shapesOf(wanted);
  for (const property of value.properties) {
    if (isExcess(property, wanted, types)) return { explain: () => explainExcess(property, wanted, subject) };
    if (!ts.isPropertyAssignment(property)) continue;
    const named =
      shape && more.length === 0
        ? types.getPropertyOfType(shape, property.name.getText(subject.file).replace(/^["']|["']$/g, ""))
        : undefined;
    const target = named ? types.getTypeOfSymbol(named) : types.getContextualType(property.initializer);
    const found = target && findLeaf(property.initializer, target, subject);
    if (found) return found;
  }
  if (!shape || more.length > 0) return undefined;
  const given = types.getTypeAtLocation(value);
  const lacking = shape
    .getProperties()
    .filter((property) => !(property.flags & ts.SymbolFlags.Optional) && !types.getPropertyOfType(given, property.name));
  return lacking.length > 0 ? { explain: () => explainLacking(value, lacking, subject) } : undefined;
}

function explainExcess(property: ts.ObjectLiteralElementLike, wanted: ts.Type, subject: Subject): Diagnostic {
  const name = property.name?.getText(subject.file).replace(/^["']|["']$/g, "") ?? "";
  const known = [...new Set(shapesOf(wanted).flatMap((shape) => shape.getProperties().map((known) => known.name)))];
  const place = findPlace(property.name ?? property, subject);
  const owner = slotOf(property.parent, subject);
  return createDiagnostic(
    "unknown-property",
    {
      property: name,
      owner,
      nearest: nearestName(name, known),
      advice: known.length > 0 ? `It takes ${quoteList(known, "and")}.` : "It takes no fields.",
    },
    place.location,
    place.details,
  );
}

function explainLacking(value: ts.ObjectLiteralExpression, lacking: readonly ts.Symbol[], subject: Subject): Diagnostic {
  const place = findPlace(value, subject);
  const names = lacking.map((property) => {
    const label = labelOf(property, subject.types);
    return label === undefined ? quote(property.name) : `${quote(property.name)} (${label})`;
  });
  const problem = `${slotOf(value, subject)} needs ${joinWith(names, "and")}, which ${names.length > 1 ? "are" : "is"} missing`;
  return createDiagnostic("type-mismatch", { problem, advice: `Add ${joinWith(names, "and")}.` }, place.location, place.details);
}

/** The fields that one object must have and another has not. */
function findLacking(given: ts.Type, wanted: ts.Type, types: ts.TypeChecker): ts.Symbol[] {
  const target = types.getNonNullableType(wanted);
  const [shape] = shapesOf(target);
  if (!shape || shape !== target || !(given.flags & ts.TypeFlags.Object) || types.isArrayLikeType(shape) || types.isArrayLikeType(given))
    return [];
  return shape
    .getProperties()
    .filter((property) => !(property.flags & ts.SymbolFlags.Optional) && !types.getPropertyOfType(given, property.name));
}

/** The first sentence of a field's description, which is its label where it has one. */
function labelOf(property: ts.Symbol, types: ts.TypeChecker): string | undefined {
  const text = ts.displayPartsToString(property.getDocumentationComment(types));
  return /^(?!For example )([^.\n]{1,40})\./.exec(text)?.[1];
}

function explainLeaf(value: ts.Expression, wanted: Wanted, subject: Subject, given?: ts.Type): Diagnostic {
  const { types } = subject;
  const type = given ?? types.getTypeAtLocation(value);
  const present = types.getNonNullableType(type);
  const fits = wanted === "list" ? types.isArrayLikeType(present) : types.isTypeAssignableTo(present, wanted);
  if (mayBeMissing(type) && fits) return explainMissing(value, subject);
  const place = findPlace(value, subject);
  const slot = slotOf(value, subject);
  const text = place.text;
  const inside = wanted === "list" ? undefined : findInside(present, wanted, types);
  if (inside) {
    const problem = `${slot} takes ${describeType(inside.wanted, types)} for ${quote(inside.path)}, but in ${quote(text)} that is ${describeType(inside.given, types)}`;
    return createDiagnostic(
      "type-mismatch",
      { problem, advice: "Write the object field by field, and convert that one." },
      place.location,
      place.details,
    );
  }
  const oneGiven = types.isArrayType(present) ? present.getNumberIndexType() : undefined;
  const oneWanted = wanted === "list" ? undefined : types.getNonNullableType(wanted).getNumberIndexType();
  const lacking =
    wanted === "list" ? [] : oneGiven && oneWanted ? findLacking(oneGiven, oneWanted, types) : findLacking(present, wanted, types);
  if (lacking.length > 0) {
    const names = joinWith(
      lacking.slice(0, 6).map(({ name }) => quote(name)),
      "and",
    );
    if (oneGiven) {
      const fields = lacking.map(({ name }) => `${name}: …`).join(", ");
      const advice = `Make them: ${quote(`${text}.map((item) => ({ ${fields} }))`)}.`;
      const problem = `The items of ${lower(slot)} need ${names}, which those of ${quote(text)} do not have`;
      return createDiagnostic("type-mismatch", { problem, advice }, place.location, place.details);
    }
    const problem = `${slot} needs an object with ${names}, which ${quote(text)} does not have`;
    const fields = wanted === "list" ? undefined : adviseField(text, present.getProperties(), wanted, types);
    return createDiagnostic("type-mismatch", { problem, advice: fields ?? `Give an object with ${names}.` }, place.location, place.details);
  }
  const words = wanted === "list" ? "a list" : describeWanted(wanted, types);
  const problem = `${slot} takes ${words}, but ${quote(text)} is ${describeType(isChoice(wanted, types) ? present : types.getBaseTypeOfLiteralType(present), types)}`;
  return createDiagnostic(
    "type-mismatch",
    { problem, advice: adviseFit({ value, text, given: present, wanted }, subject) },
    place.location,
    place.details,
  );
}

function describeWanted(wanted: ts.Type, types: ts.TypeChecker): string {
  if (isDuration(wanted)) return 'a duration such as "30s" or a number of milliseconds';
  return describeType(types.getNonNullableType(wanted), types);
}

function isChoice(wanted: Wanted, types: ts.TypeChecker): boolean {
  return wanted !== "list" && constantsOf(types.getNonNullableType(wanted), types) !== undefined;
}

/** The field inside an object that does not fit. */
function findInside(
  given: ts.Type,
  wanted: ts.Type,
  types: ts.TypeChecker,
  depth = 0,
): { path: string; given: ts.Type; wanted: ts.Type } | undefined {
  const target = types.getNonNullableType(wanted);
  const [shape, ...more] = shapesOf(target);
  if (!shape || shape !== target || more.length > 0 || depth > 4 || !(given.flags & ts.TypeFlags.Object)) return undefined;
  const [givenItem, wantedItem] = [given.getNumberIndexType(), shape.getNumberIndexType()];
  if (types.isArrayType(given) !== types.isArrayType(shape)) return undefined;
  if (types.isArrayType(given) && givenItem && wantedItem) {
    if (!(givenItem.flags & ts.TypeFlags.Object)) return undefined;
    const inner = findInside(givenItem, wantedItem, types, depth + 1);
    return inner && { ...inner, path: `[0].${inner.path}` };
  }
  for (const property of shape.getProperties()) {
    const own = types.getPropertyOfType(given, property.name);
    if (!own) continue;
    const [from, to] = [types.getTypeOfSymbol(own), types.getTypeOfSymbol(property)];
    if (types.isTypeAssignableTo(from, to)) continue;
    const inner = findInside(from, to, types, depth + 1);
    return inner
      ? { ...inner, path: `${property.name}.${inner.path}`.replace(".[", "[") }
      : { path: property.name, given: from, wanted: to };
  }
  return undefined;
}

/** What takes the value, for the start of a sentence: a field, a function, an operator. */
function slotOf(value: ts.Node, subject: Subject): string {
  let at: ts.Node = value;
  while (
    at.parent &&
    (ts.isParenthesizedExpression(at.parent) ||
      ts.isNonNullExpression(at.parent) ||
      ts.isConditionalExpression(at.parent) ||
      isFallback(at.parent))
  )
    at = at.parent;
  const { parent } = at;
  if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) return quote("...");
  if (ts.isNewExpression(parent)) return quote(`new ${parent.expression.getText(subject.file)}`);
  if (ts.isArrowFunction(parent) && ts.isCallExpression(parent.parent)) return `An item of ${lower(slotOf(parent.parent, subject))}`;
  if (ts.isPropertyAssignment(parent)) return quote(parent.name.getText(subject.file).replace(/^["']|["']$/g, ""));
  if (ts.isArrayLiteralExpression(parent) && findPlace(parent, subject).location.path !== undefined)
    return `An item of ${lower(slotOf(parent, subject))}`;
  // The rounds of a loop are compared by what the emitter writes around `max`.
  if (ts.isBinaryExpression(parent) && findPlace(parent, subject).location.path !== undefined)
    return quote(parent.operatorToken.getText(subject.file));
  if (ts.isCallExpression(parent) && ts.isPropertyAccessExpression(parent.expression) && at !== parent.expression)
    return quote(parent.expression.name.text);
  const callee =
    ts.isCallExpression(parent) && at !== parent.expression && ts.isIdentifier(parent.expression) ? parent.expression : undefined;
  if (callee && findPlace(callee, subject).location.path !== undefined) return quote(callee.text);
  const { location } = findPlace(value, subject);
  const field = location.path?.findLast((step) => typeof step === "string");
  if (field !== undefined) return quote(String(field));
  return location.node === undefined ? "This place" : quote(location.node);
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function isFallback(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken || node.operatorToken.kind === ts.SyntaxKind.BarBarToken)
  );
}
