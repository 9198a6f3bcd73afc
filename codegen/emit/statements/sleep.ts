import type { NodeRef, SleepStatement } from "../../ir/ir.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";

/** `sleep("10m")` or `sleep(new Date(…))`. */
export function printSleep(ir: SleepStatement, context: EmitContext): Doc {
  const sleep = nameSleep(ir.node, context);
  const value = context.value(ir.value, ir.node, [ir.mode]);
  return ir.mode === "for" ? [sleep, "(", value, ")"] : [sleep, "(new Date(", value, "))"];
}

/** What a node sleeps by: the SDK's `sleep`; on the server a function of the node, so that a run can tell whose sleep it is in. */
export function nameSleep(node: NodeRef, context: EmitContext): string {
  return context.target === "server" ? `${node.id}$sleep` : context.names.imported("workflow", "sleep");
}
