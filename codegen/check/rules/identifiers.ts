import type { GraphLocation } from "../../diagnostics/diagnostic.ts";
import { hasIdentifierShape, isCodeInputName, isIdentifier, isVariableName, languageReservedWords } from "../../schema/identifiers.ts";
import { configOf } from "../../schema/node-facts.ts";
import type { CheckContext } from "../context.ts";

/** Names of the workflow, of nodes, of loop variables and of code inputs are identifiers, and free in the generated code. */
export function checkIdentifiers(context: CheckContext): void {
  const { graph } = context;
  checkName(context, graph.name, "a workflow", { path: ["name"] });
  if (graph.name === "trigger") context.report("reserved-identifier", { name: graph.name, what: "a workflow" }, { path: ["name"] });
  for (const node of graph.nodes) {
    if (node.kind !== "note") checkName(context, node.id, "a node", { node: node.id });
  }
  for (const { node } of context.active) {
    const config = configOf(node);
    const variable = config["as"];
    if (node.kind === "control.forEach" && typeof variable === "string") {
      checkName(context, variable, "a loop's variable", { node: node.id, path: ["as"] }, isVariableName);
    }
    const inputs = node.kind === "code" ? config["inputs"] : undefined;
    if (inputs === null || typeof inputs !== "object" || Array.isArray(inputs)) continue;
    for (const name of Object.keys(inputs)) {
      if (isCodeInputName(name)) continue;
      const code = languageReservedWords.has(name) ? "reserved-identifier" : "invalid-identifier";
      context.report(code, { name, what: "an input" }, { node: node.id, path: ["inputs", name] });
    }
  }
}

function checkName(context: CheckContext, name: string, what: string, location: GraphLocation, allows = isIdentifier): void {
  if (allows(name)) return;
  context.report(hasIdentifierShape(name) ? "reserved-identifier" : "invalid-identifier", { name, what }, location);
}
