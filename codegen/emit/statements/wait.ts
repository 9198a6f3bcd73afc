import type { ApprovalStatement, EventStatement } from "../../ir/ir.ts";
import { printBinding } from "../bind.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { mark } from "../doc.ts";
import type { PlanStatement } from "../plan.ts";
import { printApproval } from "./approval.ts";
import { printEvent } from "./event.ts";

/** `const approve = await …;` */
export function printWait(ir: ApprovalStatement | EventStatement, statement: PlanStatement, context: EmitContext): Doc {
  const hook = ir.kind === "approval" ? printApproval(ir, context) : printEvent(ir, context);
  return mark(ir.node.id, [], printBinding(ir.node.id, ["await ", hook], statement.block));
}
