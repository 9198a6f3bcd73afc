import { ts } from "ts-morph";
import type { Choice, Statement, Value } from "../ir/ir.ts";
import type { Target } from "./read-call.ts";
import { nodeOf } from "./read-call.ts";
import { readLiterals } from "./read-condition.ts";
import { readExpression, readText, readValue } from "./read-expression.ts";
import type { Reader } from "./reader.ts";
import { unwrap } from "./reader.ts";
import type { Expression } from "../expression/ast.ts";
import { childrenOf } from "../expression/ast.ts";
import { printExpression } from "../expression/print-expression.ts";

/**
 * A name for a pure value. An object literal is a `set`, a named condition a `decide`; anything else stands for its
 * expression wherever it is used and leaves no statement.
 */
export function readConstant(name: ts.Identifier, written: ts.Expression, target: Target, reader: Reader): Statement | undefined {
  const value = unwrap(written);
  const meaning = reader.meaningOf(value);
  if (meaning && meaning.kind !== "variable") {
    // A copy: `maybeOrder = order;`, or back: `const order = maybeOrder;`.
    if (!(meaning.kind === "node" && meaning.id === name.text)) reader.meanings.set(name.text, meaning);
    return undefined;
  }
  if (ts.isObjectLiteralExpression(value)) return readSet(name, value, target, reader);
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) {
    reader.refuse(value, "a function inside the workflow", 'Move it out and start it with "use step".');
  }
  const ported = readPort(value, reader);
  if (ported !== undefined) {
    reader.meanings.set(name.text, { kind: "port", of: ported });
    return undefined;
  }
  if (reader.decided.has(name.text)) {
    const decided = readDecision(value, reader);
    if (decided) {
      const id = reader.claim(name.text, name);
      reader.meanings.set(id, { kind: "decision", id, type: decided.type });
      reader.decisions.set(id, [...new Set(decided.choices.map((choice) => choice.port))]);
      return { kind: "decide", node: { id, label: target.label }, ...decided };
    }
  }
  if (reader.meanings.has(name.text)) reader.fail(name, "source-name", { name: name.text, problem: "is used twice" });
  const expression = readExpression(value, reader);
  if (!isSteady(expression)) {
    const advice = "Keep it in an object, which is made once: `const values = { now: Date.now() };`.";
    reader.refuse(name, "a constant whose expression gives another value each time", advice);
  }
  reader.meanings.set(name.text, { kind: "pure", text: printExpression(expression) });
  return undefined;
}

/** Whether an expression gives the same value wherever it is put: it reads neither clock nor chance. */
function isSteady(expression: Expression): boolean {
  if (expression.type === "new" && expression.arguments.length === 0) return false;
  const callee = expression.type === "call" ? printExpression(expression.callee) : "";
  if (callee === "Date.now" || callee === "Math.random") return false;
  return childrenOf(expression).every(isSteady);
}

function readSet(name: ts.Identifier, value: ts.ObjectLiteralExpression, target: Target, reader: Reader): Statement {
  const fields: Value = readValue(value, reader);
  if (fields === null || typeof fields !== "object" || Array.isArray(fields)) {
    return reader.refuse(
      name,
      "an object with spread or computed properties under a name",
      "Write its properties out, or write it where it is used.",
    );
  }
  return { kind: "set", node: nodeOf(target, "value", "set", reader), fields };
}

function readDecision(value: ts.Expression, reader: Reader): { type: "if" | "switch"; choices: Choice[] } | undefined {
  const cases = readCases(value);
  if (cases) return { type: "switch", choices: cases.map(({ port, when }) => (when ? { port, when: readText(when, reader) } : { port })) };
  const when = testOf(value) ?? value;
  return { type: "if", choices: [{ port: "true", when: readText(when, reader) }, { port: "false" }] };
}

/** `c ? true : false`: a condition that is not a boolean itself. */
function testOf(value: ts.Expression): ts.Expression | undefined {
  if (!ts.isConditionalExpression(value)) return undefined;
  const isTruth = value.whenTrue.kind === ts.SyntaxKind.TrueKeyword && value.whenFalse.kind === ts.SyntaxKind.FalseKeyword;
  return isTruth ? value.condition : undefined;
}

/** `a ? "x" : b ? "y" : "default"`. */
function readCases(value: ts.Expression): readonly { readonly port: string; readonly when?: ts.Expression }[] | undefined {
  const cases: { port: string; when?: ts.Expression }[] = [];
  let rest = unwrap(value);
  while (ts.isConditionalExpression(rest)) {
    const port = unwrap(rest.whenTrue);
    if (!ts.isStringLiteralLike(port)) return undefined;
    cases.push({ port: port.text, when: rest.condition });
    rest = unwrap(rest.whenFalse);
  }
  if (cases.length === 0 || !ts.isStringLiteralLike(rest) || rest.text !== "default") return undefined;
  return [...cases, { port: "default" }];
}

/** The decision in `const orderPort = orderError ? "error" : "out";`. */
function readPort(value: ts.Expression, reader: Reader): string | undefined {
  let decision: string | undefined;
  let rest = value;
  while (ts.isConditionalExpression(rest)) {
    const [literal, more] = readLiterals(rest.condition, reader) ?? [];
    const port = unwrap(rest.whenTrue);
    if (!literal || more || !ts.isStringLiteralLike(port) || port.text !== literal.port) return undefined;
    if (decision !== undefined && decision !== literal.decision) return undefined;
    decision = literal.decision;
    rest = unwrap(rest.whenFalse);
  }
  if (decision === undefined || !ts.isStringLiteralLike(rest)) return undefined;
  return reader.decisions.get(decision)?.includes(rest.text) ? decision : undefined;
}
