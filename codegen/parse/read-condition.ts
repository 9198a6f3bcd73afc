import { ts } from "ts-morph";
import type { Literal } from "../ir/ir.ts";
import type { Reader } from "./reader.ts";
import { unwrap } from "./reader.ts";
import { termsOf } from "./read-names.ts";

/**
 * The decisions a condition tests, joined by `||`; undefined when it tests anything else. A condition in parentheses of
 * its own is always an `if` node's expression.
 */
export function readLiterals(condition: ts.Expression, reader: Reader): readonly Literal[] | undefined {
  if (ts.isParenthesizedExpression(condition)) return undefined;
  const literals = termsOf(condition).map((term) => readLiteral(term, reader));
  return literals.every((literal) => literal !== undefined) ? literals : undefined;
}

function readLiteral(term: ts.Expression, reader: Reader): Literal | undefined {
  if (ts.isIdentifier(term)) return ofTruth(term, true, reader);
  if (ts.isPropertyAccessExpression(term)) return ofApproved(term, true, reader);
  if (ts.isPrefixUnaryExpression(term) && term.operator === ts.SyntaxKind.ExclamationToken) {
    const operand = unwrap(term.operand);
    return ts.isIdentifier(operand) ? ofTruth(operand, false, reader) : ofApproved(operand, false, reader);
  }
  if (!ts.isBinaryExpression(term)) return undefined;
  const equal = term.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
  if (!equal && term.operatorToken.kind !== ts.SyntaxKind.ExclamationEqualsEqualsToken) return undefined;
  const { right } = term;
  const left = unwrap(term.left);
  const meaning = reader.meaningOf(left);
  if (ts.isIdentifier(right) && right.text === "undefined") {
    if (meaning?.kind !== "node" || meaning.type !== "event") return undefined;
    return ofWait(meaning.id, equal ? "timeout" : "out", term, reader);
  }
  if (!equal) return undefined;
  if (right.kind === ts.SyntaxKind.FalseKeyword) {
    if (meaning?.kind === "decision" && meaning.type === "if") return { decision: meaning.id, port: "false" };
    return ofApproved(left, false, reader);
  }
  if (!ts.isStringLiteralLike(right)) return undefined;
  if (meaning?.kind === "decision" && meaning.type === "switch") return ofPort(meaning.id, right, reader);
  return meaning?.kind === "port" ? ofPort(meaning.of, right, reader) : undefined;
}

function ofPort(decision: string, port: ts.StringLiteralLike, reader: Reader): Literal {
  if (!reader.decisions.get(decision)?.includes(port.text)) {
    reader.refuse(port, `a test for \`${port.text}\`, which \`${decision}\` never is`, "Compare with one of the cases.");
  }
  return { decision, port: port.text };
}

/** A wait without a timeout never runs out of time. */
function ofWait(decision: string, port: string, at: ts.Node, reader: Reader): Literal {
  if (!reader.decisions.get(decision)?.includes(port)) {
    const advice = `Race it against a timeout, \`Promise.race([createHook(…), sleep("1d")])\`, or leave the test out.`;
    reader.refuse(at, `a test whether \`${decision}\` ran out of time, which has no timeout`, advice);
  }
  return { decision, port };
}

function ofTruth(name: ts.Identifier, truth: boolean, reader: Reader): Literal | undefined {
  const meaning = reader.meanings.get(name.text);
  if (meaning?.kind === "decision" && meaning.type === "if") return { decision: meaning.id, port: truth ? "true" : "false" };
  if (meaning?.kind === "error") return { decision: meaning.of, port: truth ? "error" : "out" };
  if (meaning?.kind === "node" && meaning.type === "approval" && !truth) return ofWait(meaning.id, "timeout", name, reader);
  return undefined;
}

function ofApproved(node: ts.Expression, approved: boolean, reader: Reader): Literal | undefined {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "approved") return undefined;
  const meaning = reader.meaningOf(unwrap(node.expression));
  if (meaning?.kind !== "node" || meaning.type !== "approval") return undefined;
  return { decision: meaning.id, port: approved ? "approved" : "rejected" };
}
