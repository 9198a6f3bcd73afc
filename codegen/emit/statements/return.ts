import type { ReturnStatement } from "../../ir/ir.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { list, mark } from "../doc.ts";

/** `return;`, `return value;`, or `return respond(value, { status, headers });` */
export function printReturn(ir: ReturnStatement, context: EmitContext): Doc {
  const value = ir.value === undefined ? "undefined" : context.value(ir.value, ir.node, ["value"]);
  const options: Doc[] = [];
  if (ir.status !== undefined) options.push(["status: ", context.value(ir.status, ir.node, ["status"])]);
  if (ir.headers !== undefined) options.push(["headers: ", context.value(ir.headers, ir.node, ["headers"])]);
  if (options.length === 0) return mark(ir.node.id, [], ir.value === undefined ? "return;" : ["return ", value, ";"]);
  const respond = context.names.imported("@/plugins/kit/respond", "respond");
  return mark(ir.node.id, [], ["return ", respond, list("(", [value, list("{", options, "}", true)], ")"), ";"]);
}
