import { ts } from "ts-morph";
import { createDiagnostic } from "../diagnostics/create-diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { quote } from "../diagnostics/quote.ts";
import { constantsOf, describeType, joinWith, mayBeMissing, nearestChoice } from "./describe-type.ts";
import { explainMismatch } from "./explain-mismatch.ts";
import { explainMissing } from "./explain-missing.ts";
import { explainUnknownProperty } from "./explain-unknown-property.ts";
import type { Subject } from "./place.ts";
import { findPlace } from "./place.ts";
import { unwrap } from "./why-missing.ts";

/** A value that may be null or undefined, read or called. */
const missing: ReadonlySet<number> = new Set([2531, 2532, 2533, 2721, 2722, 2723, 18047, 18048, 18049]);
const unknownProperty: ReadonlySet<number> = new Set([2339, 2551, 2493, 7015, 7053]);
/** Something is gone through that is no list. */
const notIterable: ReadonlySet<number> = new Set([2461, 2488, 2495, 2548, 2549, 2763, 2802]);
const arithmetic: ReadonlySet<number> = new Set([2362, 2363, 2365]);
const noOverlap = 2367;

/** A complaint of TypeScript's in our words, on the node and field that the text came from. */
export function explainTypeError(diagnostic: ts.Diagnostic, subject: Subject): Diagnostic {
  const compilerMessage = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  return { ...explain(diagnostic, compilerMessage, subject), compilerMessage };
}

function explain(diagnostic: ts.Diagnostic, compilerMessage: string, subject: Subject): Diagnostic {
  const start = diagnostic.start ?? 0;
  const node = nodeAt(subject.file, start, start + (diagnostic.length ?? 0));
  const place = findPlace(node, subject);
  const isCode =
    place.location.path?.[0] === "source" && subject.graph?.nodes.find(({ id }) => id === place.location.node)?.kind === "code";
  if (!isCode) {
    if (missing.has(diagnostic.code) && isExpression(node)) return explainMissing(node, subject);
    if (unknownProperty.has(diagnostic.code)) {
      const found = explainUnknownProperty(node, subject);
      if (found) return found;
    }
    if (notIterable.has(diagnostic.code) && isExpression(node)) return explainMismatch(node, "list", subject);
    if (arithmetic.has(diagnostic.code)) {
      const found = explainArithmetic(node, subject);
      if (found) return found;
    }
    if (diagnostic.code === noOverlap) {
      const found = explainNoOverlap(node, subject);
      if (found) return found;
    }
    const found = explainOddity(diagnostic.code, node, subject) ?? explainAssignment(node, subject);
    if (found) return found;
  }
  const problem = compilerMessage.split("\n")[0]?.replace(/\.$/, "") ?? "";
  const advice = isCode
    ? "Correct the code, or give the value a type of its own."
    : "Give a value of the type that is expected, or convert it, for example with `String(…)` or `Number(…)`.";
  const words = isCode ? `The code does not fit its types: ${problem}` : `The types do not fit: ${problem}`;
  return createDiagnostic("type-mismatch", { problem: words, advice }, place.location, place.details);
}

/** Complaints that have one cause each. */
function explainOddity(code: number, node: ts.Node, subject: Subject): Diagnostic | undefined {
  const { types } = subject;
  const say = (part: ts.Expression, problem: (text: string, words: string) => string, advice: string): Diagnostic => {
    const place = findPlace(part, subject);
    const words = describeType(types.getBaseTypeOfLiteralType(types.getTypeAtLocation(part)), types);
    return createDiagnostic("type-mismatch", { problem: problem(quote(place.text), words), advice }, place.location, place.details);
  };
  const spread = [node, node.parent].find((at) => at && (ts.isSpreadAssignment(at) || ts.isSpreadElement(at)));
  if (code === 2698 && spread && (ts.isSpreadAssignment(spread) || ts.isSpreadElement(spread))) {
    return say(
      spread.expression,
      (text, words) => `\`...\` in an object takes an object, but ${text} is ${words}`,
      "Spread an object, or name the field: `{ name: … }`.",
    );
  }
  if (code === 2839 && ts.isBinaryExpression(node)) {
    const isList = ts.isArrayLiteralExpression(unwrap(node.right)) || ts.isArrayLiteralExpression(unwrap(node.left));
    const other = findPlace(ts.isArrayLiteralExpression(unwrap(node.left)) ? node.right : node.left, subject).text;
    return say(
      node,
      (text) => `${text} never holds, because two ${isList ? "lists" : "objects"} are equal only when they are the same one`,
      isList ? `Ask how long it is: ${quote(`${other}.length === 0`)}.` : "Compare their fields.",
    );
  }
  if (code === 2464 && ts.isComputedPropertyName(node)) {
    return say(node.expression, (text, words) => `The name of a field is a text, but ${text} is ${words}`, "Read a text from it.");
  }
  if (code === 18050 && isExpression(node))
    return say(node, (text) => `${text} is nothing, so nothing can be read or made of it`, "Write another value.");
  if (code === 2872 && isExpression(node))
    return say(node, (text) => `${text} counts as true whatever is in it`, "Ask for something that may be false.");
  if (code === 2873 && isExpression(node))
    return say(node, (text) => `${text} always counts as false`, "Ask for something that may be true.");
  return undefined;
}

/** What is given where something else is wanted: the value of a property, an argument, what is returned. */
function explainAssignment(node: ts.Node, subject: Subject): Diagnostic | undefined {
  const { types } = subject;
  const parent = node.parent;
  const property = parent && ts.isPropertyAssignment(parent) && parent.name === node ? parent : undefined;
  const value = property ? property.initializer : isExpression(node) ? node : undefined;
  if (!value) return undefined;
  const target = types.getContextualType(value);
  if (!target && property) {
    const owner = types.getContextualType(property.parent);
    return owner && explainMismatch(property.parent, owner, subject);
  }
  const sum = explainReduce(value, subject);
  if (sum) return sum;
  if (target) {
    const found = explainMismatch(value, target, subject, true);
    if (found) return found;
  }
  // TypeScript blames the whole call when several signatures might be meant.
  const call = ts.isCallExpression(node) || ts.isNewExpression(node) ? node : undefined;
  const callee = parent && (ts.isCallExpression(parent) || ts.isNewExpression(parent)) ? parent : call;
  for (const argument of callee?.arguments ?? []) {
    const wanted = types.getContextualType(argument);
    const found = wanted && explainMismatch(argument, wanted, subject, true);
    if (found) return found;
  }
  const around = property?.parent ?? (parent && isExpression(parent) && ts.isObjectLiteralExpression(parent) ? parent : undefined);
  const wanted = around && types.getContextualType(around);
  return wanted && around ? explainMismatch(around, wanted, subject, true) : undefined;
}

/** A `reduce` whose rounds give another type than it starts with. */
function explainReduce(value: ts.Expression, subject: Subject): Diagnostic | undefined {
  const { types } = subject;
  const { parent } = value;
  const call =
    parent && ts.isArrowFunction(parent) && parent.body === value && ts.isCallExpression(parent.parent) ? parent.parent : undefined;
  const start = call?.arguments[1];
  if (!call || !start || !ts.isPropertyAccessExpression(call.expression) || !call.expression.name.text.startsWith("reduce"))
    return undefined;
  const [from, round] = [start, value].map((part) => types.getBaseTypeOfLiteralType(types.getTypeAtLocation(part)));
  if (!from || !round || types.isTypeAssignableTo(round, from)) return undefined;
  const place = findPlace(value, subject);
  const problem = `Each round of ${quote("reduce")} must give what it starts with: ${quote(findPlace(start, subject).text)} is ${describeType(from, types)}, but ${quote(place.text)} is ${describeType(round, types)}`;
  return createDiagnostic(
    "type-mismatch",
    { problem, advice: "Convert what is added, or start with a value of the other kind." },
    place.location,
    place.details,
  );
}

/** `-`, `*`, `<` with something that is no number. */
function explainArithmetic(node: ts.Node, subject: Subject): Diagnostic | undefined {
  const { types } = subject;
  const binary = ts.isBinaryExpression(node) ? node : node.parent && ts.isBinaryExpression(node.parent) ? node.parent : undefined;
  if (!binary) return undefined;
  const sides = [binary.left, binary.right];
  const lacking = sides.find((side) => mayBeMissing(types.getTypeAtLocation(side)));
  if (lacking) return explainMissing(lacking, subject);
  const operator = binary.operatorToken.getText(subject.file);
  // One side was written by the emitter: the rounds that `max` is compared with.
  const own = sides.filter((side) => findPlace(side, subject).location.path !== undefined);
  const [typed] = own;
  if (own.length === 1 && typed) return explainMismatch(typed, types.getNumberType(), subject, true);
  const [left = "", right = ""] = sides.map((side) => describeType(types.getBaseTypeOfLiteralType(types.getTypeAtLocation(side)), types));
  if (["<", ">", "<=", ">="].includes(operator)) {
    const place = findPlace(binary, subject);
    const [a = "", b = ""] = sides.map((side) => quote(findPlace(side, subject).text));
    const text = sides.find((side) => types.getTypeAtLocation(side).flags & ts.TypeFlags.StringLike);
    const written = text && findPlace(text, subject).text;
    const number = text && ts.isStringLiteral(unwrap(text)) ? written?.slice(1, -1) : undefined;
    const isNumber = number !== undefined && number.trim() !== "" && Number.isFinite(Number(number));
    const conversion = isNumber
      ? `Write ${quote(number)} without quotes.`
      : `Compare values of one kind, for example ${quote(`Number(${written})`)}.`;
    const advice = text ? conversion : "Compare values of one kind.";
    return createDiagnostic(
      "type-mismatch",
      { problem: `${a} is ${left} and ${b} is ${right}; they cannot be compared by size`, advice },
      place.location,
      place.details,
    );
  }
  const culprit = sides.find((side) => !(types.getTypeAtLocation(side).flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.Any))) ?? binary;
  return operator === "+" ? explainPlus(culprit, subject) : explainMismatch(culprit, types.getNumberType(), subject, true);
}

function explainPlus(culprit: ts.Expression, subject: Subject): Diagnostic {
  const place = findPlace(culprit, subject);
  const words = describeType(subject.types.getTypeAtLocation(culprit), subject.types);
  const problem = `${quote(place.text)} is ${words}, which \`+\` cannot add`;
  return createDiagnostic(
    "type-mismatch",
    { problem, advice: "`+` adds numbers and joins texts; read a number or a text." },
    place.location,
    place.details,
  );
}

/** `===` between values that are never equal. */
function explainNoOverlap(node: ts.Node, subject: Subject): Diagnostic | undefined {
  const { types } = subject;
  const binary = ts.isBinaryExpression(node) ? node : undefined;
  if (!binary) return undefined;
  const place = findPlace(binary, subject);
  const [constant, other] =
    unwrap(binary.left).kind === ts.SyntaxKind.StringLiteral ? [binary.left, binary.right] : [binary.right, binary.left];
  const type = types.getTypeAtLocation(other);
  const text = findPlace(other, subject).text;
  const choices = constantsOf(type, types);
  const given = findPlace(constant, subject).text;
  const value = unwrap(constant);
  const nearest = choices && ts.isStringLiteral(value) ? nearestChoice(value.text, choices) : undefined;
  const problem = `${quote(text)} is never equal to ${quote(given)}: it is ${describeType(type, types)}`;
  const advice =
    nearest === undefined
      ? `Compare it with ${choices ? joinWith(choices, "or") : "a value of its own kind"}.`
      : `Did you mean \`"${nearest}"\`?`;
  return createDiagnostic("type-mismatch", { problem, advice }, place.location, place.details);
}

/** The outermost expression, or else the innermost node, that is exactly at a place. */
function nodeAt(file: ts.SourceFile, start: number, end: number): ts.Node {
  let best: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) > start || node.getEnd() < end) return;
    const exact = node.getStart(file) === start && node.getEnd() === end;
    if (!(exact && isExpression(best) && best.getStart(file) === start && best.getEnd() === end)) best = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return best;
}

function isExpression(node: ts.Node): node is ts.Expression {
  return ts.isExpression(node);
}
