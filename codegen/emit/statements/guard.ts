import type { GuardStatement } from "../../ir/ir.ts";
import { printLiteral } from "../conditions.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { braces, join, line, statements } from "../doc.ts";
import type { PlanStatement } from "../plan.ts";
import { printCondition } from "./branch.ts";

/** `if (isVip || route === "b") { … }`: a join of branches of which some may be dead. */
export function printGuard(ir: GuardStatement, statement: PlanStatement, context: EmitContext): Doc {
  const tests = ir.anyOf.map((literal) => printLiteral(literal, statement, context));
  const body = statement.blocks[0];
  const items = body ? context.block(body) : [];
  return ["if ", printCondition(join([" ||", line], tests)), " ", braces(items.length > 0 ? statements(items) : undefined)];
}
