import type { SetStatement } from "../../ir/ir.ts";
import { printBinding } from "../bind.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { mark } from "../doc.ts";
import type { PlanStatement } from "../plan.ts";

/** `const totals = { … };` */
export function printSet(ir: SetStatement, statement: PlanStatement, context: EmitContext): Doc {
  return mark(ir.node.id, [], printBinding(ir.node.id, context.value(ir.fields, ir.node, ["fields"]), statement.block));
}
