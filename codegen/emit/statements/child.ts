import type { ChildStatement } from "../../ir/ir.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { printIdentifier, toKebabCase } from "../identifier.ts";
import { printIgnoredFailure } from "../policy.ts";

/** `otherWorkflow(input)`: another workflow as a child. */
export function printChild(ir: ChildStatement, context: EmitContext): Doc {
  const input = context.value(ir.input, ir.node, ["input"]);
  const callee =
    context.target === "server"
      ? `${ir.node.id}$child`
      : context.names.imported(`@/workflows/${toKebabCase(printIdentifier(ir.workflow))}`, ir.workflow);
  return [callee, "(", input, ")", printIgnoredFailure(ir)];
}
