import { parseExpressionOnce, parseTemplateOnce, walkValues } from "../../../codegen/expression/index.ts";
import { references } from "../../../codegen/expression/references.ts";
import type { GraphNode } from "../../../codegen/schema/graph.ts";
import { builtInKinds } from "../../../codegen/schema/kind-facts.ts";
import { configOf, fieldForm } from "../../../codegen/schema/node-facts.ts";

/** The names that the expressions of a node read: nodes, their errors, loops' variables. What does not parse reads nothing. */
export function referencedNames(node: GraphNode): Set<string> {
  const facts = builtInKinds.get(node.kind);
  const names = new Set<string>();
  walkValues(configOf(node), (text, path) => {
    const form = facts ? fieldForm(facts, path) : "template";
    if (form === "verbatim") return;
    if (form === "expression") {
      const parsed = parseExpressionOnce(text);
      if (parsed.ok) for (const { name } of references(parsed.expression)) names.add(name);
      return;
    }
    const parsed = parseTemplateOnce(text);
    if (!parsed.ok) return;
    for (const part of parsed.template.parts) {
      if (part.type === "expression") for (const { name } of references(part.expression)) names.add(name);
    }
  });
  return names;
}
