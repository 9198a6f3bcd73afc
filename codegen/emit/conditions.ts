import type { Expression } from "../expression/ast.ts";
import { printExpression } from "../expression/print-expression.ts";
import type { Literal, NodeRef } from "../ir/ir.ts";
import { unreachable } from "../invariant.ts";
import type { EmitContext } from "./context.ts";
import type { Doc } from "./doc.ts";
import { printString } from "./literal.ts";
import type { PlanStatement } from "./plan.ts";
import { isWithin } from "./plan.ts";
import { readExpression } from "./read-values.ts";
import { isRuledOut } from "./ruled-out.ts";
import type { GraphPath } from "./source-map.ts";

/** Where the condition of an `if` or of a case of a `switch` is in the node's config. */
export function choicePath(type: "if" | "switch" | undefined, index: number): GraphPath {
  return type === "switch" ? ["cases", index, "when"] : ["when"];
}

/** Whether a bare expression surely gives `true` or `false`, so that its value can stand for the port. */
export function isBoolean(text: string): boolean {
  return isBooleanExpression(readExpression(text));
}

function isBooleanExpression(expression: Expression): boolean {
  switch (expression.type) {
    case "boolean":
      return true;
    case "unary":
      return expression.operator === "!";
    case "binary":
      if (["===", "!==", "<", ">", "<=", ">="].includes(expression.operator)) return true;
      if (expression.operator !== "&&" && expression.operator !== "||") return false;
      return isBooleanExpression(expression.left) && isBooleanExpression(expression.right);
    case "call":
      return expression.callee.type === "name" && expression.callee.name === "Boolean";
    default:
      return false;
  }
}

/** A negated condition that `parse` tells from a condition that is itself a negation: always `!(…)`. */
export function negate(text: string, node: NodeRef, context: EmitContext): Doc {
  return ["!(", context.expression(text, node, ["when"]), ")"];
}

const testForms: readonly RegExp[] = [/^!?([a-z]\w*)$/, /^!?([a-z]\w*)\??\.approved(?: === false)?$/, /^([a-z]\w*) [!=]== undefined$/];

/** A condition of an `if` or a case; in brackets of its own where it would read as the test of a decision made before. */
export function printWhen(text: string, node: NodeRef, path: GraphPath, context: EmitContext): Doc {
  const printed = context.expression(text, node, path);
  return looksLikeTest(text, context) ? ["(", printed, ")"] : printed;
}

function looksLikeTest(text: string, { planner, names }: EmitContext): boolean {
  const canonical = printExpression(readExpression(text));
  return canonical.split(" || ").every((term) => {
    const name = testForms.map((form) => form.exec(term)?.[1]).find((found) => found !== undefined);
    if (name === undefined) return false;
    const step = name.endsWith("Error") ? name.slice(0, -"Error".length) : undefined;
    return planner.decisions.has(name) || (step !== undefined && names.errorOf(step) === name && planner.decisions.has(step));
  });
}

/**
 * The test of "decision chose port", as seen from a statement: false as well where the decision was not made.
 * `answered`: a wait's timeout has been ruled out before.
 */
export function printLiteral(literal: Literal, at: PlanStatement, context: EmitContext, answered = false): Doc {
  const { planner, names } = context;
  const from = at.block;
  // What TypeScript has ruled out is compared as any value of its type.
  const widen = (value: string, type: string): string => (isRuledOut(literal, at) ? `(${value} as ${type})` : value);
  const variable = planner.variableOf(literal, from);
  const decision = planner.decisions.get(literal.decision);
  if (!decision || variable === names.portOf(literal.decision)) {
    return `${widen(variable, "string")} === ${printString(literal.port)}`;
  }
  const certain = isWithin(from, decision.block);
  switch (decision.kind) {
    case "if":
      if (literal.port === "true") return variable;
      return certain ? `!${variable}` : `${widen(variable, "boolean")} === false`;
    case "switch":
      return `${widen(variable, "string")} === ${printString(literal.port)}`;
    case "approval":
      if (literal.port === "timeout") return `!${variable}`;
      if (certain && (answered || decision.answered)) return literal.port === "approved" ? `${variable}.approved` : `!${variable}.approved`;
      return literal.port === "approved" ? `${variable}?.approved` : `${widen(`${variable}?.approved`, "boolean")} === false`;
    case "event":
      return `${variable} ${literal.port === "timeout" ? "===" : "!=="} undefined`;
    case "step":
      return literal.port === "error" ? variable : `!${variable}`;
    default:
      return unreachable(decision.kind);
  }
}
