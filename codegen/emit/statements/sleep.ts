import type { SleepStatement } from "../../ir/ir.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";

/** `sleep("10m")` or `sleep(new Date(…))`. */
export function printSleep(ir: SleepStatement, context: EmitContext): Doc {
  const sleep = context.names.imported("workflow", "sleep");
  const value = context.value(ir.value, ir.node, [ir.mode]);
  return ir.mode === "for" ? [sleep, "(", value, ")"] : [sleep, "(new Date(", value, "))"];
}
