import type { CallStatement } from "../../ir/ir.ts";
import { invariant } from "../../invariant.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { braces, hardline, list, mark } from "../doc.ts";
import { printString } from "../literal.ts";
import { printIgnoredFailure, printPolicy } from "../policy.ts";

/** `request({ … })`: a plugin's step, through a local step where the node has a policy of its own. */
export function printCall(ir: CallStatement, context: EmitContext): Doc {
  const action = context.catalog.actions.get(ir.action);
  invariant(action, `${ir.action} is in the catalog`);
  const input = context.value(ir.config, ir.node, []);
  if (context.target === "server") return [`${ir.node.id}$step(`, input, ")", printIgnoredFailure(ir)];
  const step = context.names.imported(action.step.module, action.step.name);
  const connection = ir.connection === undefined ? [] : [["connection: ", printString(ir.connection)]];
  if (ir.policy?.retries === undefined && ir.policy?.timeout === undefined) {
    const options = connection.length > 0 ? [list("{", connection, "}", true)] : [];
    const args = options.length > 0 ? list("(", [input, ...options], ")") : ["(", input, ")"];
    return [step, args, printIgnoredFailure(ir)];
  }
  const name = context.names.stepOf(ir.node.id);
  const timeout = ir.policy.timeout === undefined ? [] : [["timeout: ", printString(ir.policy.timeout)]];
  const options = [...connection, ...timeout];
  const call = options.length > 0 ? list("(", ["input", list("{", options, "}", true)], ")") : "(input)";
  context.addLocalStep([
    mark(
      ir.node.id,
      [],
      [
        `async function ${name}(input: Parameters<typeof ${step}>[0]) `,
        braces(['"use step";', hardline, ["return ", step, call, ";"]]),
        printPolicy(name, ir.policy, ["retries"]),
      ],
    ),
  ]);
  return [name, "(", input, ")", printIgnoredFailure(ir)];
}
