import type { ChildStatement } from "../../ir/ir.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { braces, mark } from "../doc.ts";
import { printIdentifier, toKebabCase } from "../identifier.ts";
import { printIgnoredFailure, printPolicy } from "../policy.ts";

/** `otherWorkflow(input)`: another workflow as a child, through a function that carries the node's policy where it has one. */
export function printChild(ir: ChildStatement, context: EmitContext): Doc {
  const input = context.value(ir.input, ir.node, ["input"]);
  if (context.target === "server") return [`${ir.node.id}$child(`, input, ")", printIgnoredFailure(ir)];
  const workflow = context.names.imported(`@/workflows/${toKebabCase(printIdentifier(ir.workflow))}`, ir.workflow);
  if (ir.policy?.retries === undefined && ir.policy?.timeout === undefined) return [workflow, "(", input, ")", printIgnoredFailure(ir)];
  const name = context.names.stepOf(ir.node.id);
  context.addLocalStep(
    mark(
      ir.node.id,
      [],
      [`async function ${name}(input: any) `, braces(`return ${workflow}(input);`), printPolicy(name, ir.policy, ["retries", "timeout"])],
    ),
  );
  return [name, "(", input, ")", printIgnoredFailure(ir)];
}
