import type { DecideStatement } from "../../ir/ir.ts";
import { printBinding } from "../bind.ts";
import type { EmitContext } from "../context.ts";
import { choicePath, isBoolean } from "../conditions.ts";
import type { Doc } from "../doc.ts";
import { group, indent, line, mark } from "../doc.ts";
import { printString } from "../literal.ts";
import type { PlanStatement } from "../plan.ts";

/** A decision named for later: `const isVip = …;`, `const route = … ? "a" : "default";`. */
export function printDecide(ir: DecideStatement, statement: PlanStatement, context: EmitContext): Doc {
  return mark(ir.node.id, [], printBinding(ir.node.id, printDecision(ir, context), statement.block));
}

function printDecision(ir: DecideStatement, context: EmitContext): Doc {
  const [first] = ir.choices;
  if (ir.type === "if" && first?.when !== undefined) {
    if (isBoolean(first.when)) return context.expression(first.when, ir.node, ["when"]);
    return group(context.operand(first.when, ir.node, ["when"]), indent(line, "? true", line, ": false"));
  }
  return group(indent(printCases(ir, 0, context)));
}

function printCases(ir: DecideStatement, index: number, context: EmitContext): Doc {
  const choice = ir.choices[index];
  const port = printString(choice?.port ?? "default");
  if (choice?.when === undefined) return port;
  const test = context.operand(choice.when, ir.node, choicePath(ir.type, index));
  const next = printCases(ir, index + 1, context);
  const rest: Doc = [line, "? ", port, line, ": ", next];
  return index === 0 ? [test, rest] : [test, indent(rest)];
}
