import type { FailStatement } from "../../ir/ir.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { mark } from "../doc.ts";

/** `throw new FatalError(message);` */
export function printFail(ir: FailStatement, context: EmitContext): Doc {
  const FatalError = context.names.imported("workflow", "FatalError");
  return mark(ir.node.id, [], ["throw new ", FatalError, "(", context.value(ir.message, ir.node, ["message"]), ");"]);
}
