import type { CallStatement } from "../../ir/ir.ts";
import { dataSchemaOf } from "../../schema/output-schema.ts";
import { invariant } from "../../invariant.ts";
import type { EmitContext } from "../context.ts";
import type { Doc } from "../doc.ts";
import { braces, hardline, list, mark } from "../doc.ts";
import { printTypeArgument } from "../data-type.ts";
import { printString } from "../literal.ts";
import { printIgnoredFailure, printPolicy } from "../policy.ts";

/** `request({ … })`, or `untilDone(render, { … })` for a step that polls; through a local step where the node has a policy of its own. */
export function printCall(ir: CallStatement, context: EmitContext): Doc {
  const action = context.catalog.actions.get(ir.action);
  invariant(action, `${ir.action} is in the catalog`);
  const polls = action.polls === true;
  const input = context.value(ir.config, ir.node, []);
  const call = (step: string, options: readonly Doc[]): Doc => {
    const given = options.length > 0 ? [list("{", options, "}", true)] : [];
    if (!polls) return [step, given.length > 0 ? list("(", [input, ...given], ")") : ["(", input, ")"]];
    const untilDone = context.names.imported("@/plugins/kit/until-done", "untilDone");
    return [untilDone, given.length > 0 ? list("(", [step, input, ...given], ")") : ["(", step, ", ", input, ")"]];
  };
  if (context.target === "server") return [call(`${ir.node.id}$step`, []), printIgnoredFailure(ir)];
  const step = context.names.imported(action.step.module, action.step.name);
  const data = dataSchemaOf(action, ir.output, ir.config);
  if (ir.policy?.retries === undefined && ir.policy?.timeout === undefined) {
    return [
      call(`${step}${printTypeArgument(ir.node, data, context)}`, printOptions({ connection: ir.connection })),
      printIgnoredFailure(ir),
    ];
  }
  const name = context.names.stepOf(ir.node.id);
  context.addLocalStep(mark(ir.node.id, [], printLocalStep({ ...ir, ...(data ? { output: data } : {}) }, name, step, polls, context)));
  return [call(name, []), printIgnoredFailure(ir)];
}

/** The step with a policy: `async function orderStep(input) { "use step"; return request(input, { timeout: "30s" }); }`. */
function printLocalStep(ir: CallStatement, name: string, step: string, polls: boolean, context: EmitContext): Doc {
  const own = printOptions({ connection: ir.connection, timeout: ir.policy?.timeout });
  const parameters: Doc[] = [`input: Parameters<typeof ${step}>[0]`];
  const passed: Doc[] = ["input"];
  if (polls) {
    // The job under way comes in by the options.
    parameters.push(`options?: ${context.names.imported("@/plugins/kit/step-options", "type StepOptions")}`);
    passed.push(own.length > 0 ? list("{", ["...options", ...own], "}", true) : "options");
  } else if (own.length > 0) passed.push(list("{", own, "}", true));
  const inBrackets = (items: readonly Doc[]): Doc => (items.length > 1 ? list("(", items, ")") : ["(", items[0] ?? "", ")"]);
  return [
    [`async function ${name}`, inBrackets(parameters), " "],
    braces(['"use step";', hardline, ["return ", step, printTypeArgument(ir.node, ir.output, context), inBrackets(passed), ";"]]),
    printPolicy(name, ir.policy, ["retries"]),
  ];
}

function printOptions(options: { readonly connection?: string | undefined; readonly timeout?: string | undefined }): Doc[] {
  const { connection, timeout } = options;
  return [
    ...(connection === undefined ? [] : [["connection: ", printString(connection)]]),
    ...(timeout === undefined ? [] : [["timeout: ", printString(timeout)]]),
  ];
}
