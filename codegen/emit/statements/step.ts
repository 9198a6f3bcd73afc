import type { CallStatement, ChildStatement, CodeStatement } from "../../ir/ir.ts";
import { printBinding } from "../bind.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { mark } from "../doc.ts";
import type { PlanStatement } from "../plan.ts";
import { printCall } from "./call.ts";
import { printChild } from "./child.ts";
import { printCode } from "./code.ts";
import { printCatch } from "./catch.ts";

type StepStatement = CallStatement | CodeStatement | ChildStatement;

/** A step's call without `await`. */
export function printStepCall(ir: StepStatement, context: EmitContext): Doc {
  switch (ir.kind) {
    case "call":
      return printCall(ir, context);
    case "code":
      return printCode(ir, context);
    case "child":
      return printChild(ir, context);
  }
}

/** `const order = await request({ … });`, in a `try` when its failure is a decision. */
export function printStep(ir: StepStatement, statement: PlanStatement, context: EmitContext): Doc {
  const inside = ir.catches ? statement.blocks[0] : undefined;
  const awaited = ["await ", printStepCall(ir, context)];
  const bound = mark(ir.node.id, [], printBinding(ir.node.id, awaited, inside ?? statement.block));
  return inside ? printCatch(bound, statement, context) : bound;
}
