import type { VariableUse } from "../../expression/variables.ts";
import type { GraphNode } from "../../schema/graph.ts";
import type { KindFacts } from "../../schema/kind-facts.ts";
import type { CheckContext } from "../context.ts";
import type { Field } from "../fields.ts";
import { nearestName } from "../nearest-name.ts";

/** Variables exist, and secret ones stand alone in the config of a step: nothing that the engine writes down may hold them. */
export function checkVariables(context: CheckContext): void {
  const { variables } = context.options;
  if (!variables) return;
  for (const { node, facts } of context.active) {
    for (const field of context.fields(node)) {
      for (const use of field.variables) checkVariable(context, node, facts, field, use, variables);
    }
  }
}

function checkVariable(
  context: CheckContext,
  node: GraphNode,
  facts: KindFacts,
  field: Field,
  use: VariableUse,
  variables: ReadonlyMap<string, "plain" | "secret">,
): void {
  const { name, start, end } = use;
  const location = { node: node.id, path: field.path };
  const details = { excerpt: { text: field.text, start, end } };
  const kind = variables.get(name);
  if (kind === undefined) context.report("unknown-variable", { name, nearest: nearestName(name, variables.keys()) }, location, details);
  if (kind !== "secret") return;
  const inStep = facts.role === "step" && node.kind !== "control.call";
  if (!inStep) context.report("secret-outside-step", { name, node: node.id, reason: "place" }, location, details);
  else if (!use.alone) context.report("secret-outside-step", { name, node: node.id, reason: "computed" }, location, details);
}
